package sluice.attach;

import java.io.InputStream;
import java.io.OutputStream;
import sluice.shell.Caller;

/** This terminal's ends, as an attached command uses them. Immutable. */
public record Ends(Caller caller, OutputStream out, OutputStream err) {

    InputStream in() {
        return caller.in();
    }
}
