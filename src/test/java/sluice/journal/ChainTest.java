package sluice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.journal.Entry.Refs;
import sluice.market.Stamp;

class ChainTest {

    private static final Entry ENTRY = entry(1, 5, 7, "order.traded", new Refs(2, 3, "E1"), "{}");

    /** Computed elsewhere, from the description of the bytes alone: journals of other versions depend on it. */
    @Test
    void theHashIsTheOneDescribed() {
        assertThat(hash(ENTRY)).isEqualTo("b967f244e6cd61d631393a0df772acd64ce532063fc0d88d7dcef9828b8d023c");
    }

    @Test
    void everyPartCounts() {
        var others = Stream.of(
                entry(2, 5, 7, "order.traded", new Refs(2, 3, "E1"), "{}"),
                entry(1, 6, 7, "order.traded", new Refs(2, 3, "E1"), "{}"),
                entry(1, 5, 8, "order.traded", new Refs(2, 3, "E1"), "{}"),
                entry(1, 5, 7, "order.tradedE", new Refs(2, 3, "1"), "{}"),
                entry(1, 5, 7, "order.traded", new Refs(3, 3, "E1"), "{}"),
                entry(1, 5, 7, "order.traded", new Refs(2, 2, "E1"), "{}"),
                entry(1, 5, 7, "order.traded", new Refs(2, 3, "E1{"), "}"),
                entry(1, 5, 7, "order.traded", new Refs(2, 3, "E1"), "{ }"));
        assertThat(others.map(ChainTest::hash)).doesNotHaveDuplicates().doesNotContain(hash(ENTRY));
    }

    @Test
    void whatCameBeforeCounts() {
        var chain = new Chain(Chain.GENESIS);
        var once = Chain.hex(chain.add(ENTRY));
        var twice = Chain.hex(chain.add(ENTRY));
        assertThat(twice).isNotEqualTo(once);
        assertThat(Chain.hex(new Chain(once).add(ENTRY))).isEqualTo(twice);
    }

    private static String hash(Entry entry) {
        return Chain.hex(new Chain(Chain.GENESIS).add(entry));
    }

    private static Entry entry(long seq, long second, long nanos, String type, Refs refs, String payload) {
        var stamp = new Stamp(Instant.ofEpochSecond(second, 9), nanos);
        return new Entry(seq, stamp, type, refs, payload.getBytes(StandardCharsets.UTF_8));
    }
}
