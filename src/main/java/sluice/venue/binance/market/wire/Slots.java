package sluice.venue.binance.market.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The venue's symbols that somebody keeps a book of, numbered, found by their bytes without an allocation; and the
 * scales their numbers came with so far. Confined to one thread.
 */
public final class Slots {

    /** A symbol that has no slot. */
    public static final int NONE = -1;

    private final byte[][] symbols;
    private final int[] table;
    private final int[] pxScales;
    private final int[] qtyScales;
    private final int[] gridPxScales;
    private final int[] gridQtyScales;

    public Slots(List<String> venueSymbols) {
        int count = venueSymbols.size();
        symbols = new byte[count][];
        pxScales = new int[count];
        qtyScales = new int[count];
        gridPxScales = new int[count];
        gridQtyScales = new int[count];
        table = new int[4 * Integer.highestOneBit(count + 1)];
        Arrays.fill(table, NONE);
        for (int slot = 0; slot < count; slot++) {
            symbols[slot] = venueSymbols.get(slot).getBytes(StandardCharsets.ISO_8859_1);
            table[place(symbols[slot], 0, symbols[slot].length)] = slot;
        }
    }

    /** The instrument's grid has these scales. */
    public void grid(int slot, int pxScale, int qtyScale) {
        gridPxScales[slot] = pxScale;
        gridQtyScales[slot] = qtyScale;
        forget(slot);
    }

    /** Back to the scales of the grid: one odd number must not count for ever. */
    void forget(int slot) {
        pxScales[slot] = gridPxScales[slot];
        qtyScales[slot] = gridQtyScales[slot];
    }

    /** Longer decimals than so far are expected from now on, as a message had them. */
    void widen(int slot, int pxScale, int qtyScale) {
        if (slot != NONE) {
            pxScales[slot] = Math.max(pxScales[slot], pxScale);
            qtyScales[slot] = Math.max(qtyScales[slot], qtyScale);
        }
    }

    int pxScale(int slot) {
        return slot == NONE ? 0 : pxScales[slot];
    }

    int qtyScale(int slot) {
        return slot == NONE ? 0 : qtyScales[slot];
    }

    int find(byte[] bytes, int from, int to) {
        return table[place(bytes, from, to)];
    }

    /** Where the symbol is, or would go. */
    private int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int mask = table.length - 1;
        int at = (hash ^ hash >>> 15) & mask;
        while (table[at] != NONE && !Arrays.equals(symbols[table[at]], 0, symbols[table[at]].length, bytes, from, to)) {
            at = at + 1 & mask;
        }
        return at;
    }
}
