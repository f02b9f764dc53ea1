package sluice.engine.view;

import sluice.market.Stamp;

/** Something an operator should know, numbered by its event in the journal. Immutable. */
public record AlertView(long id, String kind, String text, Stamp at) {}
