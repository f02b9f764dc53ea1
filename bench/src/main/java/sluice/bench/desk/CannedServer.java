package sluice.bench.desk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * The least of an HTTP server: answers every POST with an acknowledged order, so that no venue's own time is measured.
 * A process of its own; prints its port and ends with its standard input.
 */
public final class CannedServer {

    private CannedServer() {}

    public static void main(String[] args) throws IOException {
        var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        System.out.println(server.socket().getLocalPort());
        System.out.flush();
        start("accept", () -> accept(server));
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException cut) {
                        // The other side is gone, and there is nobody to tell.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void accept(ServerSocketChannel server) throws IOException {
        while (true) {
            var channel = server.accept();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            start("serve", () -> serve(channel));
        }
    }

    private static void serve(SocketChannel channel) throws IOException {
        var in = ByteBuffer.allocate(1 << 16);
        while (channel.read(in) >= 0) {
            var request = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
            if (isWhole(request)) {
                in.clear();
                var reply = ByteBuffer.wrap(reply(request).getBytes(StandardCharsets.ISO_8859_1));
                while (reply.hasRemaining()) {
                    channel.write(reply);
                }
            }
        }
    }

    private static boolean isWhole(String request) {
        int end = request.indexOf("\r\n\r\n");
        int at = request.toLowerCase().indexOf("content-length: ");
        if (end < 0 || at < 0) {
            return false;
        }
        int length = Integer.parseInt(request.substring(at + 16, request.indexOf('\r', at)));
        return request.length() >= end + 4 + length;
    }

    private static String reply(String request) {
        var body = CannedOrder.reply(CannedOrder.field(request, "newClientOrderId"));
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-MBX-USED-WEIGHT-1M: 1\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }
}
