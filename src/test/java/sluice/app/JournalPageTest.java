package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.engine.DeskEvent;
import sluice.order.OrderEvent;
import sluice.order.account.AccountEvent;
import sluice.order.parent.ParentEvent;

class JournalPageTest {

    @Test
    void everyEventHasItsRowOnTheJournalsPage() throws IOException {
        var page = Files.readString(Path.of("docs/journal.md"));
        var names = Stream.of(
                        family("order", OrderEvent.class),
                        family("parent", ParentEvent.class),
                        family("account", AccountEvent.class),
                        family("desk", DeskEvent.class))
                .flatMap(name -> name)
                .filter(name -> !name.startsWith("desk.of"));
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    }

    private static Stream<String> family(String prefix, Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .map(name -> prefix + "." + Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }
}
