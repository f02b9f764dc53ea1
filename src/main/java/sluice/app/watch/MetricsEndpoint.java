package sluice.app.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import sluice.app.toml.UnusableConfigException;
import sluice.engine.Desk;

/**
 * Figures for whoever collects them, over HTTP on this machine alone. Safe for any thread; it reads what the desk
 * published, and never waits for it.
 */
public final class MetricsEndpoint implements AutoCloseable {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final HttpServer server;
    private final ExecutorService thread;
    private final Desk desk;

    private MetricsEndpoint(HttpServer server, Desk desk) {
        this.server = server;
        this.desk = desk;
        this.thread = Executors.newSingleThreadExecutor(MetricsEndpoint::daemon);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "metrics");
        thread.setDaemon(true);
        return thread;
    }

    /** @throws UnusableConfigException when the port cannot be had */
    public static MetricsEndpoint open(int port, Desk desk) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var endpoint = new MetricsEndpoint(server, desk);
            server.setExecutor(endpoint.thread);
            server.createContext("/", endpoint::answer);
            server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UnusableConfigException("The port " + port + " for metrics cannot be had: " + e.getMessage()
                    + ". Set another [metrics] port.");
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** A page in a browser may not ask under a name of its own that leads here. */
    private static boolean isForUs(HttpExchange exchange) {
        var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return host.matches("(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isForUs(exchange)) {
                exchange.sendResponseHeaders(FORBIDDEN, -1);
            } else if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else {
                metrics(exchange);
            }
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        var text = new ByteArrayOutputStream();
        OpenMetricsTextFormatWriter.create().write(text, Metrics.of(desk), EscapingScheme.DEFAULT);
        exchange.getResponseHeaders().set("Content-Type", OpenMetricsTextFormatWriter.CONTENT_TYPE);
        exchange.sendResponseHeaders(OK, text.size());
        text.writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
