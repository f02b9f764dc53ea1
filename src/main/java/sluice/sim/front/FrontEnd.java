package sluice.sim.front;

import java.util.List;
import java.util.Map;

/**
 * A venue's wire protocol as a machine: requests in, replies and pushes out.
 *
 * <p>Confined to the simulator's thread. Its time is the exchange's, which the carrier advances before every call.
 */
public interface FrontEnd {

    /** Answers a plain HTTP request. */
    Delivery http(Ask ask);

    /** A WebSocket was asked for; refusing it is a {@link Push.Close} or {@link Push.Cut} in the next drain. */
    void opened(long conn, String pathAndQuery, Map<String, String> headers);

    /** A text frame came in. */
    void received(long conn, String text);

    void pinged(long conn);

    void ponged(long conn);

    void closed(long conn);

    /** What has become due to be sent by the exchange's time, in order. */
    List<Push> drain();
}
