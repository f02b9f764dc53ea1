package sluice.app.desk.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native part, taken out of its jar and loaded before the first database is opened.
 *
 * <p>The driver would do that by itself and then compare what it wrote with what it read, a byte at a time, which takes
 * a good part of a start. Where this cannot be done, it still does.
 */
public final class SqliteLibrary {

    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    public static void ready() {
        var name = System.mapLibraryName("sqlitejdbc");
        var resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        try (var library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (library != null && System.getProperty(FOLDER) == null) {
                var folder = Files.createTempDirectory("sluice-sqlite");
                var file = folder.resolve(name);
                Files.copy(library, file);
                load(folder, file);
            }
        } catch (IOException unwritable) {
            System.clearProperty(FOLDER);
        }
    }

    private static void load(Path folder, Path file) throws IOException {
        System.setProperty(FOLDER, folder.toString());
        System.setProperty(NAME, file.getFileName().toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception unloadable) {
            System.clearProperty(FOLDER);
        }
        file.toFile().deleteOnExit();
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
