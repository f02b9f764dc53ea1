package sluice.sim.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import sluice.sim.front.Push;

/**
 * The open WebSockets by their number. Confined to the simulator's thread.
 *
 * <p>What a reader does not take is bounded: one that falls too far behind is cut.
 */
final class Wires {

    private static final long MUCH = 4 << 20;

    private final Map<Long, Channel> channels = new HashMap<>();
    private final Set<Channel> written = new HashSet<>();
    private long last;

    long opened(Channel channel) {
        channels.put(++last, channel);
        return last;
    }

    void closed(long conn) {
        channels.remove(conn);
    }

    boolean isAnyOpen() {
        return !channels.isEmpty();
    }

    /** Whether a reader leaves much of what it was sent, so that what can wait should. */
    boolean isAnyBehind() {
        return channels.values().stream().anyMatch(channel -> Listening.HIGH - channel.bytesBeforeUnwritable() > MUCH);
    }

    void send(List<Push> pushes) {
        pushes.forEach(this::send);
        written.forEach(Channel::flush);
        written.clear();
    }

    private void send(Push push) {
        var channel = channels.get(push.conn());
        if (channel == null) {
            return;
        }
        if (push instanceof Push.Text text) {
            text(channel, text);
        } else if (push instanceof Push.Ping ping) {
            write(channel, new PingWebSocketFrame(Unpooled.copiedBuffer(ping.payload(), StandardCharsets.UTF_8)));
        } else if (push instanceof Push.Close close) {
            channel.writeAndFlush(new CloseWebSocketFrame(close.code(), close.reason()))
                    .addListener(ChannelFutureListener.CLOSE);
        } else if (push instanceof Push.Cut) {
            channel.close();
        } else {
            throw new AssertionError(push);
        }
    }

    private void text(Channel channel, Push.Text text) {
        if (text.delay().isZero()) {
            write(channel, new TextWebSocketFrame(text.text()));
            return;
        }
        channel.eventLoop()
                .schedule(
                        () -> channel.writeAndFlush(new TextWebSocketFrame(text.text())),
                        text.delay().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void write(Channel channel, Object frame) {
        channel.write(frame, channel.voidPromise());
        written.add(channel);
        if (!channel.isWritable()) {
            channel.close();
        }
    }
}
