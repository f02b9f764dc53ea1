package sluice.order;

/** Why an order ended: our word for it, and the venue's text verbatim (empty when it gave none). Immutable. */
public record Closure(Reason reason, String text) {

    public static Closure of(Reason reason) {
        return new Closure(reason, "");
    }

    @Override
    public String toString() {
        return text.isEmpty() ? reason.name() : reason + " (" + text + ")";
    }
}
