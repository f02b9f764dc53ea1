package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import sluice.market.Px;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.risk.exposure.Pace;

/** A verdict, and what a test says about it. */
record Outcome(Verdict verdict) {

    Outcome passes() {
        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        return this;
    }

    Outcome isRefused(Code code) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(refused().first().code()).isEqualTo(code);
        return this;
    }

    Outcome alsoFor(Code... codes) {
        assertThat(refused().refusals().stream().map(Refusal::code)).contains(codes);
        return this;
    }

    Outcome saying(String... words) {
        assertThat(refused().first().message()).contains(words);
        return this;
    }

    Outcome against(String limit, String value) {
        assertThat(refused().first().limit()).isEqualTo(limit);
        assertThat(refused().first().value()).isEqualTo(value);
        return this;
    }

    Outcome at(String px, Tif tif) {
        assertThat(terms().px()).contains(Px.of(px));
        assertThat(terms().tif()).isEqualTo(tif);
        return this;
    }

    Terms terms() {
        return ((Verdict.Passed) passes().verdict).terms();
    }

    List<Code> remarks() {
        return ((Verdict.Passed) passes().verdict)
                .remarks().stream().map(Refusal::code).toList();
    }

    Pace pace() {
        return ((Verdict.Passed) passes().verdict).pace();
    }

    private Verdict.Refused refused() {
        return (Verdict.Refused) verdict;
    }
}
