package sluice.dash.pane;

import java.util.List;
import sluice.dash.tile.Kind;

/** One pane: what it has to say of a desk, in the room it has. Confined to the dash's thread. */
public interface Pane {

    Kind kind();

    Content content(Sight sight, Room room);

    /** What keys do here, beside those that work everywhere. */
    List<String> hints();

    /** How much it may fill, its title apart. */
    record Room(int columns, int rows) {}
}
