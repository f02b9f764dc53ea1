package sluice.app.watch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which of several desks a notice is of. Immutable. */
record NoticeSource(String profile, String host) {

    /** This machine's; asked for where waiting harms nobody, since a name may have to be looked up. */
    static NoticeSource here(String profile) {
        try {
            return new NoticeSource(profile, InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException none) {
            return new NoticeSource(profile, "localhost");
        }
    }

    /** As people are told. */
    @Override
    public String toString() {
        return "sluice " + profile + " at " + host;
    }
}
