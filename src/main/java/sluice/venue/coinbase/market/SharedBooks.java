package sluice.venue.coinbase.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sluice.net.text.Slots;

/** Which books are fed by which product of the wire: pairs in USDC share their twin's. Confined to its session. */
public final class SharedBooks {

    private final Slots slots = new Slots();
    private final List<int[]> bySlot = new ArrayList<>();

    /** The products of the wire, numbered as their frames are read. */
    public Slots slots() {
        return slots;
    }

    /** From now on this book is fed by that product; answers the product's slot. */
    public int add(int book, String dataId) {
        int known = slots.find(dataId);
        if (known == Slots.NONE) {
            bySlot.add(new int[] {book});
            return slots.add(dataId);
        }
        var before = bySlot.get(known);
        var more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = book;
        bySlot.set(known, more);
        return known;
    }

    int sharers(int slot) {
        return slot == Slots.NONE ? 0 : bySlot.get(slot).length;
    }

    int book(int slot, int sharer) {
        return bySlot.get(slot)[sharer];
    }

    /** All books fed by a product; none for one that nobody asked for. */
    int[] of(String dataId) {
        int slot = slots.find(dataId);
        return slot == Slots.NONE ? new int[0] : bySlot.get(slot);
    }
}
