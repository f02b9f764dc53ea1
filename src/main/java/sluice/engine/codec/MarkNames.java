package sluice.engine.codec;

/** What the fields of a mark are called, one mark of an event told from another by a prefix. Immutable. */
record MarkNames(String mid, String venueMid, String spread, String bookVersion, String regime) {

    static final MarkNames DECISION = of("decision");
    static final MarkNames ARRIVAL = of("arrival");
    static final MarkNames SUBMIT = of("submit");
    static final MarkNames ACK = of("ack");
    static final MarkNames FILL = of("fill");

    private static MarkNames of(String prefix) {
        return new MarkNames(
                prefix + "Mid", prefix + "VenueMid", prefix + "Spread", prefix + "BookVersion", prefix + "Regime");
    }
}
