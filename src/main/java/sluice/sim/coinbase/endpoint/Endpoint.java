package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.sim.coinbase.call.ApiKey.Scope;
import sluice.sim.front.Ask;
import sluice.sim.front.Occasion;

/**
 * One thing that can be asked: by what method and path, by whom, and what is done.
 *
 * @param path where it is, in which {@code {id}} stands for any one name
 * @param scope what the key must be allowed; empty where no key is needed
 * @param verb what faults call it: place, cancel, amend or query; empty for the rest
 */
public record Endpoint(String method, String path, Optional<Scope> scope, String verb, Function<Call, JsonNode> act) {

    static final String ROOT = "/api/v3/brokerage";
    private static final String ANY = "{id}";

    static Endpoint open(String path, Function<Call, JsonNode> act) {
        return new Endpoint("GET", ROOT + path, Optional.empty(), "", act);
    }

    static Endpoint view(String path, Function<Call, JsonNode> act) {
        return new Endpoint("GET", ROOT + path, Optional.of(Scope.VIEW), "", act);
    }

    static Endpoint trade(String path, Function<Call, JsonNode> act) {
        return new Endpoint("POST", ROOT + path, Optional.of(Scope.TRADE), "", act);
    }

    Endpoint as(String name) {
        return new Endpoint(method, path, scope, name, act);
    }

    boolean isNamed() {
        return path.contains(ANY);
    }

    /** What the path names; empty when it is another endpoint's. */
    Optional<String> match(Ask ask) {
        var asked = ask.path();
        if (!ask.method().equals(method)) {
            return Optional.empty();
        }
        if (!isNamed()) {
            return asked.equals(path) ? Optional.of("") : Optional.empty();
        }
        var start = path.substring(0, path.indexOf(ANY));
        var end = path.substring(start.length() + ANY.length());
        return Optional.of(asked)
                .filter(text -> text.length() > start.length() + end.length())
                .filter(text -> text.startsWith(start) && text.endsWith(end))
                .map(text -> text.substring(start.length(), text.length() - end.length()))
                .filter(name -> !name.contains("/"));
    }

    /** Under which names a fault can mean a request that came by this path. */
    public Occasion occasion(String asked) {
        return new Occasion(Stream.of(method + " " + path, method + " " + asked, verb)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }
}
