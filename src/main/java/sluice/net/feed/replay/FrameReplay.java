package sluice.net.feed.replay;

import java.util.List;

/**
 * A recording run through a venue's own decoding, sequence rule and book, frame by frame, as if it were live. Confined
 * to one thread.
 */
public interface FrameReplay {

    /**
     * Takes the next line of the recording.
     *
     * @param dir recv, send, http or connect
     * @param conn which connection it belongs to
     * @param url of a connection or a call; may be empty for a frame
     * @param data the exact text
     */
    void frame(String dir, String conn, String url, String data);

    /** How every instrument fared, in the order they first appeared. Asked for once, at the end. */
    List<ReplayReport> reports();
}
