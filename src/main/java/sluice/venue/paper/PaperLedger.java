package sluice.venue.paper;

import java.util.List;

/** Where an account on paper is kept: lines, in the order they were written. */
public interface PaperLedger {

    /** All lines so far. */
    List<String> lines();

    /** Makes more lines durable before it returns. */
    void append(List<String> lines);
}
