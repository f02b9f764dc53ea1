package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.journal.Sample.entry;
import static sluice.journal.Sample.fill;
import static sluice.journal.Sample.note;
import static sluice.journal.Sample.notes;
import static sluice.journal.Sample.replayed;
import static sluice.journal.Sample.said;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.journal.Entry.Refs;
import sluice.market.Stamp;

/** What every journal keeps to. */
public abstract class JournalContract {

    private Journal journal;

    /** Opens the journal of this test, as it was left. */
    protected abstract Journal open();

    /** Lets the next appends fail for want of room, or succeed again. */
    protected abstract void full(boolean full);

    @BeforeEach
    void openIt() {
        journal = open();
    }

    @AfterEach
    void closeIt() {
        journal.close();
    }

    private void reopen() {
        journal.close();
        journal = open();
    }

    @Test
    void aNewJournalIsEmpty() {
        assertThat(journal.head()).isEqualTo(Head.NONE);
        assertThat(replayed(journal, 0)).isEmpty();
        assertThat(journal.checkpoint()).isEmpty();
    }

    @Test
    void whatWasAppendedIsReplayedInOrder() {
        var batch = List.of(note(1), fill(2, 7, "sim:BTC-USDT:E1:BUY"), entry(3, "desk.x", new Refs(0, 4, ""), ""));
        journal.append(batch);
        journal.append(notes(4, 5));
        assertThat(said(replayed(journal, 0)))
                .isEqualTo(said(List.of(batch.get(0), batch.get(1), batch.get(2), note(4), note(5))));
        assertThat(said(replayed(journal, 3))).isEqualTo(said(notes(4, 5)));
        assertThat(replayed(journal, 9)).isEmpty();
    }

    @Test
    void itIsThereAfterReopening() {
        journal.append(notes(1, 3));
        var head = journal.head();
        reopen();
        assertThat(journal.head()).isEqualTo(head);
        journal.append(notes(4, 4));
        assertThat(said(replayed(journal, 0))).isEqualTo(said(notes(1, 4)));
    }

    @Test
    void aLongReplayMissesNothing() {
        for (var seq = 1; seq < 9_000; seq += 1_000) {
            journal.append(notes(seq, seq + 999));
        }
        assertThat(said(replayed(journal, 0))).isEqualTo(said(notes(1, 9_000)));
    }

    @Test
    void aReaderThatThrowsEndsTheReplay() {
        journal.append(notes(1, 5_000));
        var seen = new ArrayList<Entry>();
        assertThatThrownBy(() -> journal.replay(0, entry -> {
                    seen.add(entry);
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(seen).hasSize(1);
        journal.append(notes(5_001, 5_001));
    }

    @Test
    void theHeadIsTheChainOverAllEntries() {
        journal.append(notes(1, 2));
        journal.append(List.of(fill(3, 1, "E1")));
        var chain = new Chain(Chain.GENESIS);
        replayed(journal, 0).forEach(chain::add);
        assertThat(journal.head()).isEqualTo(new Head(3, Chain.hex(chain.hash())));
    }

    @Test
    void aMomentLongAgoKeepsItsNanoseconds() {
        var stamp = new Stamp(Instant.parse("1969-12-31T23:59:59.999999999Z"), -5);
        journal.append(List.of(new Entry(1, stamp, "desk.x", Refs.NONE, "{}".getBytes(UTF_8))));
        assertThat(replayed(journal, 0)).extracting(Entry::stamp).containsExactly(stamp);
    }

    @Test
    void aParentIsFoundWithItsChildren() {
        journal.append(List.of(
                entry(1, "parent.opened", new Refs(1, 0, ""), "{}"),
                entry(2, "parent.opened", new Refs(2, 0, ""), "{}"),
                entry(3, "order.created", new Refs(1, 1, ""), "{}"),
                note(4),
                fill(5, 1, "E1")));
        assertThat(journal.about(1)).extracting(Entry::seq).containsExactly(1L, 3L, 5L);
        assertThat(journal.about(3)).isEmpty();
        assertThat(journal.about(0)).isEmpty();
    }

    @Test
    void anEmptyBatchChangesNothing() {
        journal.append(List.of());
        assertThat(journal.head()).isEqualTo(Head.NONE);
    }

    @Test
    void aBatchThatLeavesAGapIsABug() {
        journal.append(notes(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.append(notes(4, 5)));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.append(notes(2, 3)));
        assertThat(journal.head().seq()).isEqualTo(2);
    }

    @Test
    void aFillIsBookedOnce() {
        journal.append(List.of(fill(1, 1, "E1")));
        reopen();
        assertThatThrownBy(() -> journal.append(List.of(note(2), fill(3, 1, "E1"))))
                .isInstanceOf(UnableToAppendException.class)
                .hasMessageContaining("E1");
        assertThatThrownBy(() -> journal.append(List.of(fill(2, 1, "E2"), fill(3, 1, "E2"))))
                .isInstanceOf(UnableToAppendException.class)
                .hasMessageContaining("E2");
        assertThat(journal.head().seq()).isEqualTo(1);
        journal.append(List.of(fill(2, 1, "E2")));
        assertThat(said(replayed(journal, 0))).isEqualTo(said(List.of(fill(1, 1, "E1"), fill(2, 1, "E2"))));
    }

    @Test
    void aBatchThatDoesNotFitLeavesNothing() {
        journal.append(notes(1, 2));
        var head = journal.head();
        full(true);
        var big = List.of(note(3), entry(4, "desk.new", Refs.NONE, "{\"text\":\"" + "x".repeat(500_000) + "\"}"));
        assertThatThrownBy(() -> journal.append(big)).isInstanceOf(UnableToAppendException.class);
        assertThat(journal.head()).isEqualTo(head);
        assertThat(said(replayed(journal, 0))).isEqualTo(said(notes(1, 2)));
        full(false);
        journal.append(List.of(note(3), entry(4, "desk.new", Refs.NONE, "{}")));
        reopen();
        assertThat(replayed(journal, 0)).extracting(Entry::type).endsWith("desk.noted", "desk.new");
    }

    @Test
    void theNewestCheckpointIsKept() {
        journal.append(notes(1, 5));
        journal.save(new Checkpoint(2, "two".getBytes(UTF_8)));
        journal.save(new Checkpoint(5, "five".getBytes(UTF_8)));
        reopen();
        assertThat(journal.checkpoint()).hasValueSatisfying(checkpoint -> {
            assertThat(checkpoint.seq()).isEqualTo(5);
            assertThat(checkpoint.state()).asString(UTF_8).isEqualTo("five");
        });
        assertThat(journal.head().seq()).isEqualTo(5);
    }

    @Test
    void aCheckpointIsNotAheadOfTheJournal() {
        journal.append(notes(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.save(new Checkpoint(3, "three".getBytes(UTF_8))));
    }
}
