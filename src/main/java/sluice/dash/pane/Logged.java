package sluice.dash.pane;

import java.time.Instant;
import sluice.dash.cell.Line;

/** One line of a log, and when it was written. Immutable. */
public record Logged(Instant at, Line line) {}
