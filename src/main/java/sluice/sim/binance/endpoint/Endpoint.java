package sluice.sim.binance.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.sim.binance.call.Params;
import sluice.sim.front.Occasion;

/**
 * One thing that can be asked: under which names, by whom, at what weight, and what is done.
 *
 * @param http method and path
 * @param socket method of the WebSocket API; empty when it has none
 * @param verb what faults call it: place, cancel, amend or query; empty for the rest
 * @param occasion under which names a fault can mean this request, on either carrier
 */
public record Endpoint(
        String http,
        String socket,
        String verb,
        Security security,
        ToIntFunction<Params> weight,
        Function<Call, JsonNode> act,
        Occasion occasion) {

    /** Who may ask. */
    public enum Security {
        NONE,
        SIGNED
    }

    static Endpoint open(String http, String socket, int weight, Function<Call, JsonNode> act) {
        return open(http, socket, params -> weight, act);
    }

    static Endpoint open(String http, String socket, ToIntFunction<Params> weight, Function<Call, JsonNode> act) {
        return of(http, socket, "", Security.NONE, weight, act);
    }

    static Endpoint signed(String http, String socket, int weight, Function<Call, JsonNode> act) {
        return of(http, socket, "", Security.SIGNED, params -> weight, act);
    }

    private static Endpoint of(
            String http,
            String socket,
            String verb,
            Security security,
            ToIntFunction<Params> weight,
            Function<Call, JsonNode> act) {
        return new Endpoint(http, socket, verb, security, weight, act, occasion(http, socket, verb));
    }

    Endpoint as(String name) {
        return of(http, socket, name, security, weight, act);
    }

    Endpoint weighing(ToIntFunction<Params> measure) {
        return of(http, socket, verb, security, measure, act);
    }

    public boolean isPlacement() {
        return verb.equals("place");
    }

    private static Occasion occasion(String http, String socket, String verb) {
        return new Occasion(
                Stream.of(http, socket, verb).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }
}
