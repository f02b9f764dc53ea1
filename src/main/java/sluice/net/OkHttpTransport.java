package sluice.net;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import sluice.market.Clock;

/**
 * The transport over real sockets. Safe for any thread.
 *
 * <p>A call is handed to one waiting thread, which writes, reads and reports. HTTP/1.1 throughout: an order then shares
 * its connection with nothing in flight, and OkHttp has no streams of its own to send again. The client is built on the
 * first use, never on the caller's thread; {@link #warmUp} does it ahead of time.
 */
public final class OkHttpTransport implements Transport {

    private static final int MOST_THREADS = 256;
    private static final int MOST_PER_HOST = 64;

    /** Long, so that an order after a quiet while starts no thread. */
    private static final int KEEP_MINUTES = 10;

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final String name;
    private final Clock clock;
    private final Limits limits;
    private final List<ConnectionSpec> security;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger threadsMade = new AtomicInteger();
    private final DeadlineDriver deadlines;
    private @Nullable Clients clients;

    /** Without TLS, and without the time that reading all trusted certificates takes. */
    public static OkHttpTransport plain(String name, Clock clock) {
        return new OkHttpTransport(name, clock, Limits.STANDARD, List.of(ConnectionSpec.CLEARTEXT));
    }

    public OkHttpTransport(String name, Clock clock) {
        this(name, clock, Limits.STANDARD);
    }

    /** @param name whose transport it is, for the names of its threads */
    public OkHttpTransport(String name, Clock clock, Limits limits) {
        this(name, clock, limits, List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT));
    }

    private OkHttpTransport(String name, Clock clock, Limits limits, List<ConnectionSpec> security) {
        this.security = security;
        this.name = name;
        this.clock = clock;
        this.limits = limits;
        this.threads = new ThreadPoolExecutor(
                0, MOST_THREADS, KEEP_MINUTES, TimeUnit.MINUTES, new SynchronousQueue<>(), this::thread);
        this.deadlines = new DeadlineDriver(name, clock);
    }

    /**
     * What is too much and too slow.
     *
     * @param maxReplyBytes a longer body is a failed call
     * @param maxFrameChars a longer frame closes its link
     * @param openWithin for a link, to the end of its handshake
     * @param pingInterval a ping of ours this often; a link whose peer has not answered one by the next is closed. Zero
     *     for none
     */
    public record Limits(int maxReplyBytes, int maxFrameChars, Duration openWithin, Duration pingInterval) {

        public static final Limits STANDARD =
                new Limits(16 << 20, 16 << 20, Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    private record Clients(OkHttpClient calls, OkHttpClient links) {}

    /**
     * Builds the client, on a thread of its own, which then waits for a call; the first call costs up to a second
     * without it.
     */
    public void warmUp() {
        execute(this::clients, () -> {});
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        var exchange = new OkHttpCallSocket(call, clock, limits.maxReplyBytes(), outcome);
        execute(() -> run(exchange), () -> exchange.unsent("the transport is closed or has too many calls"));
    }

    /**
     * One thread does the work, finds the connection, waits, writes and reads. Where none is left, nothing is ahead.
     */
    @Override
    public void prepare(Supplier<Optional<HeldCall>> work) {
        execute(
                () -> work.get().ifPresent(held -> run(new OkHttpCallSocket(held, clock, limits.maxReplyBytes()))),
                () -> {});
    }

    private void run(OkHttpCallSocket exchange) {
        deadlines.add(exchange);
        try {
            exchange.run(clients().calls());
        } finally {
            deadlines.remove(exchange);
        }
    }

    @Override
    public Link open(String url, LinkListener listener) {
        var socket = new OkHttpSocket(listener, limits.maxFrameChars());
        execute(() -> socket.connect(clients().links(), url), () -> socket.closed("the transport is closed"));
        return socket;
    }

    @Override
    public void close() {
        threads.shutdown();
        deadlines.close();
        var made = made();
        if (made != null) {
            made.links().dispatcher().cancelAll();
            made.links().connectionPool().evictAll();
        }
    }

    private void execute(Runnable task, Runnable refused) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException full) {
            refused.run();
        }
    }

    private synchronized @Nullable Clients made() {
        return clients;
    }

    private synchronized Clients clients() {
        if (clients == null) {
            clients = build();
        }
        return clients;
    }

    /** No timeouts of OkHttp's for calls: {@link DeadlineDriver} says why. Only a link's handshake has one. */
    private Clients build() {
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(MOST_THREADS);
        dispatcher.setMaxRequestsPerHost(MOST_PER_HOST);
        var calls = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_PER_HOST, 5, TimeUnit.MINUTES))
                .connectionSpecs(security)
                .protocols(List.of(Protocol.HTTP_1_1))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .socketFactory(HeldSocket.factory())
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(OkHttpCallSocket::listener)
                .addNetworkInterceptor(OkHttpTransport::neverAgain)
                .build();
        var links = calls.newBuilder()
                .callTimeout(limits.openWithin())
                .pingInterval(limits.pingInterval())
                .webSocketCloseTimeout(CLOSE_WITHIN)
                .build();
        return new Clients(calls, links);
    }

    /**
     * Keeps OkHttp from sending a request twice: it answers a 503 with {@code Retry-After: 0} by asking again, whatever
     * retryOnConnectionFailure says, so that header never gets to it.
     */
    private static Response neverAgain(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var call = OkHttpCallSocket.of(chain.call());
        return call.isPresent() ? call.get().heard(response) : response;
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, name + "-net-" + threadsMade.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
