package sluice.app.venue;

import java.util.function.Function;
import java.util.function.LongFunction;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.orders.KeyAnswer;

/**
 * How a venue is asked what a key may do, and how its answer reads.
 *
 * @param request from the venue's time in milliseconds
 */
public record KeyQuestion(LongFunction<HttpCall> request, Function<HttpOutcome, KeyAnswer> read) {}
