package broken.net;

import broken.sim.Exchange;
import java.util.concurrent.atomic.AtomicLong;

public record Nonce(AtomicLong next, Exchange sim) {}
