package sluice.app;

import java.util.Optional;

/** Which sluice this is. */
public final class Version {

    /** As the jar says; a build from loose classes has none. */
    public static final String NUMBER = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private Version() {}
}
