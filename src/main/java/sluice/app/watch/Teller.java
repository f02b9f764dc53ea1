package sluice.app.watch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which of several desks a notice is of. Immutable. */
record Teller(String profile, String host) {

    /** This machine's; asked for where waiting harms nobody, since a name may have to be looked up. */
    static Teller here(String profile) {
        try {
            return new Teller(profile, InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException none) {
            return new Teller(profile, "localhost");
        }
    }

    /** As people are told. */
    @Override
    public String toString() {
        return "sluice " + profile + " at " + host;
    }
}
