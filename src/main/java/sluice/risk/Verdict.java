package sluice.risk;

import java.util.List;
import sluice.order.Terms;
import sluice.risk.exposure.Pace;

/** What became of an intent. */
public sealed interface Verdict {

    /** It may go, under these terms, which are priced where it asked for none; {@code pace} is the next one to use. */
    record Passed(Terms terms, Pace pace, List<Refusal> remarks) implements Verdict {

        public Passed {
            remarks = List.copyOf(remarks);
        }
    }

    /** It may not; every check that failed, the one to tell first. */
    record Refused(List<Refusal> refusals) implements Verdict {

        public Refused {
            refusals = List.copyOf(refusals);
        }

        public Refusal first() {
            return refusals.get(0);
        }
    }
}
