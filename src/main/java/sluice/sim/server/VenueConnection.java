package sluice.sim.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.server.counter.Counter;

/**
 * One connection to a venue: requests on it, or, once it is upgraded, a WebSocket. Confined to the simulator's thread.
 */
final class VenueConnection extends SimpleChannelInboundHandler<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(VenueConnection.class);
    static final int LONGEST = 1 << 20;
    private static final long NONE = 0;

    private final Stage stage;
    private final Counter counter;
    private final Wires wires;
    private long conn = NONE;

    VenueConnection(Stage stage, Counter counter, Wires wires) {
        this.stage = stage;
        this.counter = counter;
        this.wires = wires;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Object message) {
        stage.advance();
        if (message instanceof FullHttpRequest request) {
            if (request.headers().contains(HttpHeaderNames.UPGRADE, "websocket", true)) {
                upgrade(context, request);
            } else {
                answer(context, request);
            }
        } else if (message instanceof WebSocketFrame frame) {
            receive(context, frame);
        }
        stage.flush();
    }

    private void answer(ChannelHandlerContext context, FullHttpRequest request) {
        var body = request.content().toString(StandardCharsets.UTF_8);
        var ask = Ask.to(request.method().name(), request.uri(), headers(request), body);
        var isKept = HttpUtil.isKeepAlive(request);
        var delivery = counter.front().http(ask).delayed(counter.exchange().latency());
        if (delivery.delay().isZero()) {
            deliver(context, delivery, isKept);
            return;
        }
        context.executor()
                .schedule(
                        () -> deliver(context, delivery, isKept),
                        delivery.delay().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static void deliver(ChannelHandlerContext context, Delivery delivery, boolean isKept) {
        if (delivery instanceof Delivery.Reply reply) {
            HttpReplies.send(context, reply, isKept);
        } else if (delivery instanceof Delivery.Cut cut) {
            HttpReplies.cut(context, cut);
        }
    }

    /** Extensions are offered by some clients and declined here: frames stay as they are. */
    private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        var uri = request.uri();
        var headers = headers(request);
        var shaker = new WebSocketServerHandshakerFactory(uri, null, false, LONGEST).newHandshaker(request);
        if (shaker == null) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel());
            return;
        }
        shaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                context.pipeline().addBefore(context.name(), "frames", new WebSocketFrameAggregator(LONGEST));
                conn = wires.opened(context.channel());
                counter.front().opened(conn, uri, headers);
                stage.flush();
            }
        });
    }

    private void receive(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            counter.front().received(conn, text.text());
        } else if (frame instanceof PingWebSocketFrame) {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
            counter.front().pinged(conn);
        } else if (frame instanceof PongWebSocketFrame) {
            counter.front().ponged(conn);
        } else if (frame instanceof CloseWebSocketFrame) {
            context.writeAndFlush(frame.retain()).addListener(done -> context.close());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (conn != NONE) {
            wires.closed(conn);
            counter.front().closed(conn);
            conn = NONE;
        }
        context.fireChannelInactive();
    }

    /** A connection that breaks is no news to a server. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof RuntimeException) {
            LOG.error("A simulated venue could not answer", cause);
        }
        context.close();
    }

    private static Map<String, String> headers(FullHttpRequest request) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach(header -> headers.put(header.getKey(), header.getValue()));
        return headers;
    }
}
