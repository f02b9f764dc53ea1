package sluice.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import sluice.market.Clock;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Session;

/** Plays desk and venue to one session, word by word, under a clock that stands still. */
public class Talk implements Session.Out {

    public final ManualClock clock = new ManualClock();
    private final Map<Long, HttpCall> calls = new LinkedHashMap<>();
    private final List<VenueEvent> events = new ArrayList<>();
    private final List<String> sentFrames = new ArrayList<>();
    private final Session session;
    private OptionalLong alarm = OptionalLong.empty();
    private int link;
    private boolean isLinkOpen;
    private final List<Integer> closedLinks = new ArrayList<>();

    /** @param session made with this clock, its REST at {@code http://venue} */
    protected Talk(Function<Clock, Session> session) {
        this.session = session.apply(clock);
    }

    public void start() {
        session.start(this);
    }

    public void asks(VenueCommand command) {
        session.command(command, this);
    }

    /** The venue answers the oldest call there is to a method and path. */
    public void answers(String methodAndPath, int status, String body) {
        answers(methodAndPath, status, Map.of(), body);
    }

    public void answers(String methodAndPath, int status, Map<String, String> headers, String body) {
        settle(methodAndPath, new HttpOutcome.Reply(status, headers, body, Duration.ofMillis(3)));
    }

    /** The call to a method and path ends without a reply. */
    public void loses(String methodAndPath, boolean sent) {
        settle(methodAndPath, new HttpOutcome.Failure(sent, "connection reset", Duration.ofMillis(3)));
    }

    private void settle(String methodAndPath, HttpOutcome outcome) {
        session.answered(take(methodAndPath), outcome, this);
    }

    private long take(String methodAndPath) {
        var call = calls.entrySet().stream()
                .filter(entry -> name(entry.getValue()).equals(methodAndPath))
                .map(Map.Entry::getKey)
                .findFirst();
        assertThat(call).as("%s among %s", methodAndPath, asked()).isPresent();
        calls.remove(call.orElseThrow());
        return call.orElseThrow();
    }

    public void opened() {
        session.opened(link, this);
    }

    public void says(String frame) {
        says(link, frame);
    }

    /** On a link that need not be the newest. */
    public void says(int which, String frame) {
        session.received(which, frame, this);
    }

    /** Those that the session closed. */
    public List<Integer> closedLinks() {
        return List.copyOf(closedLinks);
    }

    public void pings() {
        session.pinged(link, this);
    }

    public void isCut(int which) {
        session.closed(which, "cut", this);
    }

    public void hangsUp() {
        isLinkOpen = false;
        session.closed(link, "cut", this);
    }

    /** Time passes, and the session is woken whenever it asked to be. */
    public void passes(Duration time) {
        var end = clock.nanos() + time.toNanos();
        while (alarm.isPresent() && alarm.getAsLong() <= end) {
            clock.pass(Duration.ofNanos(Math.max(0, alarm.getAsLong() - clock.nanos())));
            alarm = OptionalLong.empty();
            session.woken(this);
        }
        clock.pass(Duration.ofNanos(end - clock.nanos()));
    }

    /** What was asked over HTTP and has no answer yet. */
    public List<String> asked() {
        return calls.values().stream().map(Talk::name).toList();
    }

    public HttpCall call(String methodAndPath) {
        return calls.values().stream()
                .filter(call -> name(call).equals(methodAndPath))
                .findFirst()
                .orElseThrow(() -> new AssertionError(methodAndPath + " among " + asked()));
    }

    /** What was told since the last time this was asked, but for measurements of the link. */
    public List<VenueEvent> events() {
        var told = events.stream()
                .filter(event ->
                        !(event instanceof VenueEvent.LinkMeasured || event instanceof VenueEvent.BadFramesCounted))
                .toList();
        events.clear();
        return told;
    }

    public List<VenueEvent> eventsWithMeasurements() {
        var told = List.copyOf(events);
        events.clear();
        return told;
    }

    public List<OrderNews> news() {
        return events().stream()
                .filter(VenueEvent.OrderReport.class::isInstance)
                .map(event -> ((VenueEvent.OrderReport) event).news())
                .toList();
    }

    public List<String> frames() {
        return List.copyOf(sentFrames);
    }

    public void forgetFrames() {
        sentFrames.clear();
    }

    public boolean isLinkOpen() {
        return isLinkOpen;
    }

    public int link() {
        return link;
    }

    public Instant now() {
        return clock.now();
    }

    private static String name(HttpCall call) {
        var path = call.url().substring("http://venue".length());
        return call.method() + " " + (path.contains("?") ? path.substring(0, path.indexOf('?')) : path);
    }

    @Override
    public void call(long call, HttpCall request) {
        calls.put(call, request);
    }

    @Override
    public void open(int number, String url) {
        link = number;
        isLinkOpen = true;
    }

    @Override
    public void send(int number, String text) {
        sentFrames.add(text);
    }

    @Override
    public void close(int number) {
        closedLinks.add(number);
        if (number == link) {
            isLinkOpen = false;
        }
    }

    @Override
    public void wakeAt(long nanos) {
        alarm = OptionalLong.of(Math.min(nanos, alarm.orElse(Long.MAX_VALUE)));
    }

    @Override
    public void emit(VenueEvent event) {
        events.add(event);
    }
}
