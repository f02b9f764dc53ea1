package sluice.sim.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import sluice.sim.front.Ask;

/** One connection to the admin endpoint. Confined to the simulator's thread. */
final class AdminConnection extends SimpleChannelInboundHandler<FullHttpRequest> {

    private final Stage stage;
    private final Admin admin;

    AdminConnection(Stage stage, Admin admin) {
        this.stage = stage;
        this.admin = admin;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        stage.advance();
        var body = request.content().toString(StandardCharsets.UTF_8);
        var reply = admin.answer(Ask.to(request.method().name(), request.uri(), Map.of(), body));
        HttpReplies.send(context, reply, HttpUtil.isKeepAlive(request));
        stage.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
