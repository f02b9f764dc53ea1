package sluice.app.toml;

import java.util.List;
import java.util.stream.Collectors;
import sluice.market.DeskException;

/** A configuration that cannot be used; the message says all that is wrong with it. */
public final class UnusableConfigException extends DeskException {

    private static final long serialVersionUID = 1;

    private final transient List<Flaw> flaws;

    public UnusableConfigException(String message) {
        super(message);
        this.flaws = List.of();
    }

    public UnusableConfigException(List<Flaw> flaws) {
        super(flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
