package sluice.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import sluice.journal.UnableToOpenException;
import sluice.journal.sqlite.JournalFile;

/** Whether the journal can be read, and where it stands. */
record JournalCheck(Path file) {

    Finding look() {
        if (!Files.exists(file)) {
            return Finding.good("journal", file + ", which the first start makes");
        }
        try {
            var head = new JournalFile(file).stat().head();
            return Finding.good("journal", file + ", " + head.seq() + " events; journal verify reads all of them");
        } catch (UnableToOpenException e) {
            return Finding.broken("journal", String.valueOf(e.getMessage()));
        }
    }
}
