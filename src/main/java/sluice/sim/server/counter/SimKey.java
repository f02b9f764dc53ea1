package sluice.sim.server.counter;

/** A key and its secret in a venue's own form. It guards nothing, and is still not printed by accident. */
public record SimKey(String apiKey, String apiSecret) {

    @Override
    public String toString() {
        return "SimKey[hidden]";
    }
}
