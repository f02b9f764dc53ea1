package sluice.net.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The venue's symbols that somebody keeps a book of, numbered, found by their bytes without an allocation; and the
 * scales their numbers came with so far. Confined to one thread.
 */
public final class Slots {

    /** A symbol that has no slot. */
    public static final int NONE = -1;

    private Slot[] slots = {};
    private int[] table = {NONE, NONE};

    private static final class Slot {

        private final byte[] symbol;
        private int pxScale;
        private int qtyScale;
        private int gridPxScale;
        private int gridQtyScale;

        private Slot(byte[] symbol) {
            this.symbol = symbol;
        }
    }

    /** Gives the next number to a symbol that has none yet. */
    public int add(String venueSymbol) {
        var symbol = venueSymbol.getBytes(StandardCharsets.ISO_8859_1);
        slots = Arrays.copyOf(slots, slots.length + 1);
        slots[slots.length - 1] = new Slot(symbol);
        table = new int[4 * Integer.highestOneBit(slots.length)];
        Arrays.fill(table, NONE);
        for (int slot = 0; slot < slots.length; slot++) {
            table[place(slots[slot].symbol, 0, slots[slot].symbol.length)] = slot;
        }
        return slots.length - 1;
    }

    public int find(String venueSymbol) {
        var symbol = venueSymbol.getBytes(StandardCharsets.ISO_8859_1);
        return find(symbol, 0, symbol.length);
    }

    /** The instrument's grid has these scales. */
    public void grid(int slot, int pxScale, int qtyScale) {
        slots[slot].gridPxScale = pxScale;
        slots[slot].gridQtyScale = qtyScale;
        forget(slot);
    }

    public int find(byte[] bytes, int from, int to) {
        return table[place(bytes, from, to)];
    }

    public int pxScale(int slot) {
        return slot == NONE ? 0 : slots[slot].pxScale;
    }

    public int qtyScale(int slot) {
        return slot == NONE ? 0 : slots[slot].qtyScale;
    }

    /** Back to the scales of the grid: one odd number must not count for ever. */
    public void forget(int slot) {
        slots[slot].pxScale = slots[slot].gridPxScale;
        slots[slot].qtyScale = slots[slot].gridQtyScale;
    }

    /** Longer decimals than so far are expected from now on, as a message had them. */
    public void widen(int slot, int pxScale, int qtyScale) {
        if (slot != NONE) {
            slots[slot].pxScale = Math.max(slots[slot].pxScale, pxScale);
            slots[slot].qtyScale = Math.max(slots[slot].qtyScale, qtyScale);
        }
    }

    /** Where the symbol is, or would go. */
    private int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int mask = table.length - 1;
        int at = (hash ^ hash >>> 15) & mask;
        while (table[at] != NONE && !isAt(table[at], bytes, from, to)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private boolean isAt(int slot, byte[] bytes, int from, int to) {
        var symbol = slots[slot].symbol;
        return Arrays.equals(symbol, 0, symbol.length, bytes, from, to);
    }
}
