package sluice.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import sluice.venue.VenueCommand;

/** A session that notes what it hears and does what the test hung on words that begin so. */
final class Noting implements Session {

    final List<String> heard = new ArrayList<>();
    private final Map<String, BiConsumer<String, Out>> hooks = new LinkedHashMap<>();

    void on(String words, BiConsumer<String, Out> does) {
        hooks.put(words, does);
    }

    void forget(String words) {
        hooks.remove(words);
    }

    @Override
    public void start(Out out) {
        note("start", out);
    }

    @Override
    public void command(VenueCommand command, Out out) {
        note("command", out);
    }

    /** Only where a test hung something on it. */
    @Override
    public boolean ahead(VenueCommand command, Out out) {
        if (!hooks.containsKey("ahead")) {
            return false;
        }
        note("ahead", out);
        return true;
    }

    @Override
    public void answered(long call, HttpOutcome outcome, Out out) {
        note("answered " + call + " " + (outcome instanceof HttpOutcome.Reply reply ? reply.status() : "failed"), out);
    }

    @Override
    public void opened(int link, Out out) {
        note("opened " + link, out);
    }

    @Override
    public void received(int link, String text, Out out) {
        note("received " + link + " " + text, out);
    }

    @Override
    public void pinged(int link, Out out) {
        note("pinged " + link, out);
    }

    @Override
    public void closed(int link, String reason, Out out) {
        note("closed " + link + " " + reason, out);
    }

    @Override
    public void woken(Out out) {
        note("woken", out);
    }

    private void note(String words, Out out) {
        heard.add(words);
        List.copyOf(hooks.entrySet()).forEach(hook -> {
            if (words.startsWith(hook.getKey())) {
                hook.getValue().accept(words, out);
            }
        });
    }
}
