package sluice.venue.coinbase;

import java.util.Random;

/** Damages texts as wires and bugs do. */
public record Damage(Random random) {

    private static final String JUNK = "{}[]\",:0123456789.-+eE\\ubaUsntrf \t\0\u00e9\ufffd<";

    public String of(String frame) {
        var text = new StringBuilder(frame);
        for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
            int at = random.nextInt(text.length());
            var junk = JUNK.charAt(random.nextInt(JUNK.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(at + 1);
                case 1 -> text.setCharAt(at, junk);
                case 2 -> text.insert(at, junk);
                case 3 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(6)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            }
        }
        return text.toString();
    }
}
