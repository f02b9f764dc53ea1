package sluice.bench.desk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The least that a durable order can cost: one insert, synced, and one POST, on a socket or by a client. */
final class Bare implements AutoCloseable {

    private static final byte[] ROW =
            ("{\"clOrdId\":\"sl-abc123-000042\",\"venue\":\"binance\",\"symbol\":\"BTC-USDT\","
                            + "\"side\":\"BUY\",\"px\":\"59000.00\",\"orderQty\":\"0.01\",\"tif\":\"GTC\"}")
                    .getBytes(StandardCharsets.UTF_8);

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final Connection connection;
    private final PreparedStatement insert;
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(1 << 14);
    private final ByteBuffer out = ByteBuffer.allocateDirect(1 << 12);
    private final OkHttpClient client =
            new OkHttpClient.Builder().protocols(List.of(Protocol.HTTP_1_1)).build();
    private final HttpUrl url;
    private long row;

    /** One of the two ways. */
    interface Post {
        void run() throws IOException;
    }

    Bare(Path file, int port) throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY, at INTEGER, type TEXT, payload BLOB)");
        }
        url = HttpUrl.get("http://127.0.0.1:" + port + "/api/v3/order");
        insert = connection.prepareStatement("INSERT INTO events VALUES (?, ?, ?, ?)");
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    void insert() throws SQLException {
        insert.setLong(1, ++row);
        insert.setLong(2, System.currentTimeMillis());
        insert.setString(3, "order.created");
        insert.setBytes(4, ROW);
        insert.executeUpdate();
    }

    private String body() {
        return "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=0.01&newClientOrderId=sl-bare-" + row
                + "&newOrderRespType=FULL&price=59000&timeInForce=GTC&timestamp=1760000000000&recvWindow=5000"
                + "&signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    }

    /** By OkHttp without its timeouts, which wake a thread of their own for each call. */
    void call() throws IOException {
        var request = new Request.Builder()
                .url(url)
                .header("X-MBX-APIKEY", "0123456789abcdef")
                .post(RequestBody.create(body(), FORM))
                .build();
        try (var response = client.newCall(request).execute()) {
            if (response.body().string().isEmpty()) {
                throw new IOException("no reply");
            }
        }
    }

    /** By hand. */
    void write() throws IOException {
        var body = body();
        var head = "POST /api/v3/order HTTP/1.1\r\nHost: 127.0.0.1\r\nX-MBX-APIKEY: 0123456789abcdef\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n";
        out.clear();
        out.put((head + body).getBytes(StandardCharsets.ISO_8859_1)).flip();
        channel.write(out);
        in.clear();
        do {
            if (channel.read(in) < 0) {
                throw new IOException("the server is gone");
            }
        } while (in.get(in.position() - 1) != '}');
    }

    @Override
    public void close() throws SQLException, IOException {
        channel.close();
        connection.close();
    }
}
