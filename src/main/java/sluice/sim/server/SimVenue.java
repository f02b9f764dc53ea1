package sluice.sim.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import sluice.sim.server.counter.SimKey;

/** Where a simulated venue is to be found, and the key of the desk's account there. */
public record SimVenue(String venue, int port, SimKey key) {

    public String apiKey() {
        return key.apiKey();
    }

    public String apiSecret() {
        return key.apiSecret();
    }

    public String rest() {
        return "http://127.0.0.1:" + port;
    }

    public String ws() {
        return "ws://127.0.0.1:" + port;
    }

    /** The line {@code --sim FILE} reads; the keys of a simulated venue guard nothing. */
    public String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("venue", venue)
                .put("rest", rest())
                .put("ws", ws())
                .put("apiKey", apiKey())
                .put("apiSecret", apiSecret())
                .toString();
    }

    @Override
    public String toString() {
        return "SimVenue[" + venue + " at " + rest() + "]";
    }
}
