package sluice.app.venue;

import java.util.List;
import java.util.Optional;

/** All kinds of venue. */
public final class Kinds {

    private static final List<Kind> ALL = List.of(BinanceKind.kind(), CoinbaseKind.kind(), BybitKind.kind());

    private Kinds() {}

    public static Optional<Kind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(Kind::name).toList();
    }
}
