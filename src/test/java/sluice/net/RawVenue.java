package sluice.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP server that writes the bytes it is told to, one request a connection, and remembers what it read. */
final class RawVenue implements AutoCloseable {

    /** What it does with a connection once it has read the request's head. */
    interface Answer {

        void to(Socket socket, String head) throws IOException;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    RawVenue(Answer answer) throws IOException {
        this.answer = answer;
        this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "raw-venue");
        thread.setDaemon(true);
        thread.start();
    }

    static Answer writes(String reply) {
        return (socket, head) -> socket.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                var head = new StringBuilder();
                for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    head.append(line).append('\n');
                }
                heads.add(head.toString());
                answer.to(socket, head.toString());
            } catch (IOException cut) {
                heads.add("cut: " + cut.getMessage());
            }
        }
    }
}
