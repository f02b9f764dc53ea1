package sluice.quality;

/** A stretch of an order's way that is timed. */
public enum Step {
    /** From the command to the desk's taking it up. */
    QUEUE("command to desk"),
    /** From there to the journaled intent: risk and routing. */
    JUDGE("desk to intent"),
    /** From the intent to its bytes on the wire: commit and encoding. */
    SEND("intent to wire"),
    /** From the wire to the venue's word; when in doubt, to the doubt. */
    ACK("wire to venue's word"),
    /** From the command to the venue's word, own waiting included. */
    PLACE("command to venue's word"),
    /** From the wire to the first fill. */
    FILL("wire to first fill"),
    /** From the asking for a cancel to its being done. */
    CANCEL("cancel asked to done");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
