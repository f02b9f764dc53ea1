package sluice.net;

import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import sluice.venue.BadFrame;

/**
 * One WebSocket over OkHttp. Safe for any thread: OkHttp fails a link from another thread than it reads on, so the
 * listener is called under this object's lock.
 */
final class OkHttpSocket extends WebSocketListener implements Link {

    private static final int NORMAL = 1000;

    private final LinkListener listener;
    private final int maxFrameChars;
    private volatile Optional<WebSocket> socket = Optional.empty();
    private volatile boolean opened;
    private volatile boolean closing;
    private boolean ended;

    OkHttpSocket(LinkListener listener, int maxFrameChars) {
        this.listener = listener;
        this.maxFrameChars = maxFrameChars;
    }

    void connect(OkHttpClient client, String url) {
        try {
            var made = client.newWebSocket(new Request.Builder().url(url).build(), this);
            socket = Optional.of(made);
            if (closing) {
                shut(made);
            }
        } catch (IllegalArgumentException malformed) {
            closed("the URL is malformed");
        }
    }

    @Override
    public boolean send(String text) {
        return socket.filter(open -> !closing && open.send(text)).isPresent();
    }

    @Override
    public void close() {
        closing = true;
        socket.ifPresent(this::shut);
    }

    /** A handshake still under way is dropped; an open link is closed by the protocol. */
    private void shut(WebSocket made) {
        if (opened) {
            made.close(NORMAL, null);
        } else {
            made.cancel();
        }
    }

    synchronized void closed(String reason) {
        if (!ended) {
            ended = true;
            listener.closed(reason);
        }
    }

    @Override
    public synchronized void onOpen(WebSocket open, Response response) {
        opened = true;
        if (!ended) {
            listener.opened();
        }
    }

    @Override
    public synchronized void onMessage(WebSocket open, String text) {
        if (text.length() > maxFrameChars) {
            cut(
                    open,
                    BadFrame.OVERSIZED,
                    "a frame of " + text.length() + " characters is over the limit of " + maxFrameChars);
        } else if (!ended) {
            listener.received(text);
        }
    }

    @Override
    public void onMessage(WebSocket open, ByteString bytes) {
        cut(open, BadFrame.BINARY, "a binary frame came");
    }

    @Override
    public void onClosing(WebSocket open, int code, String reason) {
        closing = true;
        open.close(NORMAL, null);
    }

    @Override
    public void onClosed(WebSocket open, int code, String reason) {
        closed(reason.isEmpty() ? "closed with " + code : "closed with " + code + " " + reason);
    }

    @Override
    public void onFailure(WebSocket open, Throwable cut, @Nullable Response response) {
        var status = response == null ? "" : " (HTTP " + response.code() + ")";
        closed(OkHttpCallSocket.reason(cut) + status);
    }

    private synchronized void cut(WebSocket open, BadFrame kind, String reason) {
        closing = true;
        if (!ended) {
            listener.unread(kind);
        }
        closed(reason);
        open.cancel();
    }
}
