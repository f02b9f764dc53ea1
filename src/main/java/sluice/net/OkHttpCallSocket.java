package sluice.net;

import java.io.IOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import sluice.market.Clock;

/**
 * One HTTP call on its way, and the proof of how far it got. Run by one thread, ended by it or by the deadline.
 *
 * <ol>
 *   <li>The outcome is told once.
 *   <li>A call that ended before its first byte never sends one: the deadline, also one that strikes while a name is
 *       being resolved, and the first byte compete for the same step.
 *   <li>A call that is held has all done but its first byte; whoever releases it writes that.
 *   <li>What comes before the first byte has left is no reply.
 *   <li>A reply is told as soon as it is read; OkHttp tidies up after.
 * </ol>
 */
final class OkHttpCallSocket extends EventListener {

    private enum Progress {
        UNSENT,
        SENT,
        ENDED
    }

    private static final ResponseBody NOTHING = ResponseBody.create(new byte[0], null);

    private final HttpCall asked;
    private final Clock clock;
    private final int maxReplyBytes;
    private final Consumer<HttpOutcome> outcome;
    private final Optional<Departure> departure;
    private volatile long startedNanos;
    private final long deadlineNanos;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.UNSENT);
    private volatile String overdue = "";
    private volatile Optional<Call> call = Optional.empty();
    private Headers heard = Headers.EMPTY;
    private boolean isHeldAtSocket;

    OkHttpCallSocket(HttpCall asked, Clock clock, int maxReplyBytes, Consumer<HttpOutcome> outcome) {
        this(asked, Optional.empty(), clock, maxReplyBytes, outcome);
    }

    OkHttpCallSocket(HeldCall held, Clock clock, int maxReplyBytes) {
        this(held.call(), Optional.of(held.departure()), clock, maxReplyBytes, held.outcome());
    }

    private OkHttpCallSocket(
            HttpCall asked,
            Optional<Departure> departure,
            Clock clock,
            int maxReplyBytes,
            Consumer<HttpOutcome> outcome) {
        this.asked = asked;
        this.departure = departure;
        this.clock = clock;
        this.maxReplyBytes = maxReplyBytes;
        this.outcome = outcome;
        this.startedNanos = clock.nanos();
        this.deadlineNanos = startedNanos + asked.deadline().toNanos();
    }

    /** The listener for a call of OkHttp's; links have none. */
    static EventListener listener(Call call) {
        return of(call).map(EventListener.class::cast).orElse(EventListener.NONE);
    }

    static Optional<OkHttpCallSocket> of(Call call) {
        return Optional.ofNullable(call.request().tag(OkHttpCallSocket.class));
    }

    /** Calls, and tells. What OkHttp throws unchecked is for malformed requests; its message may quote a secret. */
    void run(OkHttpClient client) {
        if (deadlineNanos <= clock.nanos()) {
            unsent("no time was left to send it");
            return;
        }
        try {
            var made = client.newCall(request());
            call = Optional.of(made);
            execute(made);
        } catch (IOException cut) {
            failed(overdue.isEmpty() ? reason(cut) : overdue);
        } catch (RuntimeException malformed) {
            failed("the request is malformed (" + malformed.getClass().getSimpleName() + ")");
        } finally {
            HeldSocket.release();
        }
    }

    /** Ends it where nothing was sent, if that is still so. */
    void unsent(String cause) {
        if (progress.compareAndSet(Progress.UNSENT, Progress.ENDED)) {
            outcome.accept(new HttpOutcome.Failure(false, cause, took()));
        }
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** Ends it, from another thread; its own may be held up by a name server for longer. */
    void overdue(String cause) {
        overdue = cause;
        unsent(cause);
        call.ifPresent(Call::cancel);
    }

    /** A proxy that is reached by SOCKS has a socket of its own, not a {@link HeldSocket}. */
    @Override
    public void connectionAcquired(Call call, Connection connection) {
        isHeldAtSocket = connection.route().proxy().type() != Proxy.Type.SOCKS;
    }

    /** The next byte that this thread writes to the socket is the request's first. */
    @Override
    public void requestHeadersStart(Call call) {
        if (isHeldAtSocket) {
            HeldSocket.hold(request -> departure.ifPresentOrElse(
                    held -> held.then(mayLeave -> letGo(request, mayLeave)), () -> letGo(request, true)));
        } else if (!mayLeave(departure.map(Departure::await).orElse(true))) {
            throw new IllegalStateException("ended before it was sent");
        }
    }

    /** Where it is held, on the thread that says so. */
    private void letGo(HeldSocket.Request request, boolean isWanted) {
        if (mayLeave(isWanted)) {
            request.leave();
        } else {
            request.stay();
        }
    }

    private boolean mayLeave(boolean isWanted) {
        if (departure.isPresent()) {
            startedNanos = clock.nanos();
        }
        if (!isWanted) {
            unsent("it was called off before it left");
        }
        return progress.compareAndSet(Progress.UNSENT, Progress.SENT);
    }

    /**
     * Takes a reply as it comes from the venue, and leaves OkHttp one without a body. A compressed one is OkHttp's to
     * read first.
     */
    Response heard(Response response) throws IOException {
        if (progress.get() == Progress.UNSENT) {
            throw new IOException("the venue spoke before it was asked");
        }
        heard = response.headers();
        var rest = response.newBuilder().removeHeader("Retry-After");
        if (heard.get("Content-Encoding") != null) {
            return rest.build();
        }
        tell(response);
        return rest.body(NOTHING).build();
    }

    private void execute(Call call) throws IOException {
        try (var response = call.execute()) {
            if (progress.get() == Progress.SENT) {
                tell(response);
            }
        }
    }

    private void tell(Response response) throws IOException {
        var body = response.body().source();
        if (body.request(maxReplyBytes + 1L)) {
            throw new IOException("the reply is longer than " + maxReplyBytes + " bytes");
        }
        var told = new HttpOutcome.Reply(response.code(), headers(), body.readUtf8(), took());
        if (progress.compareAndSet(Progress.SENT, Progress.ENDED)) {
            outcome.accept(told);
        }
    }

    private void failed(String cause) {
        unsent(cause);
        if (progress.compareAndSet(Progress.SENT, Progress.ENDED)) {
            outcome.accept(new HttpOutcome.Failure(true, cause, took()));
        }
    }

    private Request request() {
        var url = HttpUrl.get(asked.url());
        var query = url.encodedQuery();
        var tail = query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
        if (!asked.url().endsWith(tail) && !tail.equals("/")) {
            throw new IllegalArgumentException("the URL would not go out as it is");
        }
        var request = new Request.Builder().url(url).tag(OkHttpCallSocket.class, this);
        asked.headers().forEach(request::header);
        return request.method(asked.method(), body()).build();
    }

    private @Nullable RequestBody body() {
        var required = switch (asked.method()) {
            case "POST", "PUT", "PATCH" -> true;
            default -> false;
        };
        if (asked.body().isEmpty() && !required) {
            return null;
        }
        var type = asked.contentType().isEmpty() ? null : MediaType.get(asked.contentType());
        return RequestBody.create(asked.body().getBytes(StandardCharsets.UTF_8), type);
    }

    private Map<String, String> headers() {
        var map = new HashMap<String, String>();
        for (int i = 0; i < heard.size(); i++) {
            map.merge(heard.name(i).toLowerCase(Locale.ROOT), heard.value(i), (one, other) -> one + ", " + other);
        }
        return map;
    }

    private Duration took() {
        return Duration.ofNanos(clock.nanos() - startedNanos);
    }

    static String reason(Throwable cut) {
        var message = cut.getMessage();
        return message == null ? cut.getClass().getSimpleName() : message;
    }
}
