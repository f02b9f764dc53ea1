package sluice.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import sluice.order.ChildId;
import sluice.order.ClOrdId;

class ClientIdCodecTest {

    private static final ClOrdId ID = ClOrdId.of("k3x9q2", new ChildId(42), 1);

    @Test
    void anIdSaysWhichJournalAndWhichChildItIs() {
        assertThat(ID.value()).isEqualTo("sl-k3x9q2-42-1");
        assertThat(ID.isOurs()).isTrue();
        assertThat(ID.isFrom("k3x9q2")).isTrue();
        assertThat(ID.isFrom("k3x9q")).isFalse();
        assertThat(new ClOrdId("slow-1").isOurs()).isFalse();
    }

    @Test
    void everyCodecKeepsToItsAlphabet() {
        assertThat(ClientIdCodec.PLAIN.encode(ID)).isEqualTo(ID.value()).matches("[A-Za-z0-9_-]{1,36}");
        assertThat(ClientIdCodec.ALPHANUMERIC.encode(ID)).matches("[A-Za-z0-9]{1,32}");
        assertThat(ClientIdCodec.UUID_V5.encode(ID)).hasSize(36);
    }

    @Test
    void aUuidIsAVersionFiveAndTheSameEveryTime() {
        var uuid = UUID.fromString(ClientIdCodec.UUID_V5.encode(ID));
        assertThat(uuid.version()).isEqualTo(5);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(ClientIdCodec.UUID_V5.encode(new ClOrdId(ID.value()))).isEqualTo(uuid.toString());
    }

    @Test
    void noTwoRequestsOfAJournalShareAnId() {
        for (var codec : ClientIdCodec.values()) {
            var seen = new HashSet<String>();
            for (var child = 1; child <= 2000; child++) {
                for (var revision = 0; revision < 3; revision++) {
                    var id = ClOrdId.of("k3x9q2", new ChildId(child), revision);
                    assertThat(seen.add(codec.encode(id)))
                            .as("%s %s", codec, id)
                            .isTrue();
                }
            }
        }
    }
}
