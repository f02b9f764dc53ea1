package sluice.sim.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import sluice.sim.front.Delivery;

/** Answers on the wire: whole, or broken off at any byte. */
final class HttpReplies {

    private HttpReplies() {}

    static void send(ChannelHandlerContext context, Delivery.Reply reply, boolean isKept) {
        var content = Unpooled.copiedBuffer(reply.body(), StandardCharsets.UTF_8);
        var response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), content);
        reply.headers().forEach((name, value) -> response.headers().set(name, value));
        response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
        if (!isKept) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        var written = context.writeAndFlush(response);
        if (!isKept) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /** The codec would only write whole answers, so it goes first. */
    static void cut(ChannelHandlerContext context, Delivery.Cut cut) {
        if (cut.bytes() == 0) {
            context.close();
            return;
        }
        var whole = bytes(cut.answer());
        context.pipeline().remove(HttpServerCodec.class);
        context.writeAndFlush(whole.slice(0, Math.min(cut.bytes(), whole.readableBytes())))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static ByteBuf bytes(Delivery.Reply reply) {
        var text = new StringBuilder("HTTP/1.1 ")
                .append(HttpResponseStatus.valueOf(reply.status()))
                .append("\r\n");
        reply.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        var length = reply.body().getBytes(StandardCharsets.UTF_8).length;
        text.append("content-length: ").append(length).append("\r\n\r\n").append(reply.body());
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
