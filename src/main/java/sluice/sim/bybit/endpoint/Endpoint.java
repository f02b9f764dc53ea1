package sluice.sim.bybit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Form;
import sluice.sim.front.Occasion;

/**
 * One thing that can be asked: its method and path, what faults call it, how often an account may ask, and what is
 * done.
 *
 * @param verb place, cancel, amend or query; empty for the rest
 * @param isSigned whether it is an account's to ask
 * @param perSecond requests of one account in a second; 0 when anybody may ask and only the IP is counted
 * @param occasion under which names a fault can mean this request
 */
public record Endpoint(
        String http,
        String verb,
        boolean isSigned,
        ToIntFunction<Form> perSecond,
        Function<Call, JsonNode> act,
        Occasion occasion) {

    /** A request of an account's; of nobody's when the endpoint is public. */
    public record Call(Form form, String account) {}

    private static Endpoint of(
            String http, String verb, boolean isSigned, ToIntFunction<Form> perSecond, Function<Call, JsonNode> act) {
        var names = Stream.of(http, verb).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
        return new Endpoint(http, verb, isSigned, perSecond, act, new Occasion(names));
    }

    static Endpoint open(String path, Function<Form, JsonNode> act) {
        return of("GET " + path, "", false, form -> 0, call -> act.apply(call.form()));
    }

    static Endpoint signed(String http, int perSecond, Function<Call, JsonNode> act) {
        return of(http, "", true, form -> perSecond, act);
    }

    /** An order's, limited by its category. */
    static Endpoint order(String path, int spot, int linear, Function<Call, JsonNode> act) {
        return of(
                "POST " + path,
                "",
                true,
                form -> form.optional("category")
                                .filter(Category.SPOT.wire()::equals)
                                .isPresent()
                        ? spot
                        : linear,
                act);
    }

    Endpoint as(String name) {
        return of(http, name, isSigned, perSecond, act);
    }
}
