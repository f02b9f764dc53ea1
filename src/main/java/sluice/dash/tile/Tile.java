package sluice.dash.tile;

/** A pane's place on the screen, its title line included. Immutable. */
public record Tile(Kind kind, int column, int row, int columns, int rows) {}
