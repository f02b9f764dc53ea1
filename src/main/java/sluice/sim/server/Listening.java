package sluice.sim.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * Opens ports on loopback whose connections are served by the event loop, and closes them all: a loop that is shut down
 * may leave connections open.
 */
record Listening(EventLoopGroup loop, ChannelGroup channels) implements AutoCloseable {

    static final String LOOPBACK = "127.0.0.1";
    private static final int LOW = 1 << 20;
    static final int HIGH = 32 << 20;

    Listening(EventLoopGroup loop) {
        this(loop, new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true));
    }

    /** Binds and returns the port, which is the one asked for unless that was 0. */
    int bind(int port, Supplier<ChannelHandler> handler) {
        var bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(LOW, HIGH))
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channels.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(VenueConnection.LONGEST))
                                .addLast(handler.get());
                    }
                });
        var bound = bootstrap
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new UnableToServeException(
                    "The simulator cannot listen on port " + port + " of this machine. Is another one running? Choose"
                            + " other ports with --port.",
                    bound.cause());
        }
        channels.add(bound.channel());
        return ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    /** Cuts all connections and frees the ports. */
    @Override
    public void close() {
        channels.close().awaitUninterruptibly();
    }
}
