package sluice.net;

import java.util.Collection;

/** Writes down what it hears of a link, a line each. As safe for threads as what it writes to. */
public record HeardLink(Collection<String> lines) implements LinkListener {

    @Override
    public void opened() {
        lines.add("opened");
    }

    @Override
    public void received(String text) {
        lines.add("received " + text);
    }

    @Override
    public void pinged() {
        lines.add("pinged");
    }

    @Override
    public void closed(String reason) {
        lines.add(reason.startsWith("closed") ? reason : "closed " + reason);
    }
}
