package sluice.venue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.VenueId;
import sluice.order.Reason;
import sluice.order.Tif;

/**
 * What a venue can do, how it knows our orders, and what its answers prove: as data, shown and obeyed. Immutable.
 *
 * @param errors what each error of the venue's proves, as its adapter judges them
 * @param sources where each of these facts was read
 */
public record Manifest(
        VenueId venue,
        ClientIds clientIds,
        Proof proof,
        Orders orders,
        Answers answers,
        List<ErrorRule> errors,
        List<Source> sources) {

    public Manifest {
        errors = List.copyOf(errors);
        sources = List.copyOf(sources);
    }

    /**
     * How long answers that do not know an order must go on before they prove that it is not there: a read may not show
     * yet what was accepted a moment before the first of them. Never, where open orders are left out of the list.
     */
    public Optional<Duration> absenceProof() {
        return answers.openList().isComplete()
                ? Optional.of(proof.absenceGrace().plus(answers.lag()))
                : Optional.empty();
    }

    /** Of a venue that promises nothing about its answers. */
    public Manifest(VenueId venue, ClientIds clientIds, Proof proof, Orders orders) {
        this(venue, clientIds, proof, orders, Answers.UNPROMISED, List.of(), List.of());
    }

    /**
     * How our ids look there.
     *
     * @param pattern regular expression that a whole id must match
     * @param window what makes a second order with the same id a duplicate
     */
    public record ClientIds(ClientIdCodec codec, String pattern, int maxLength, DuplicateWindow window) {

        /**
         * Whether the order of an unanswered request may be sent once more under the same id without ever being two.
         *
         * @param age since it was sent first
         */
        public boolean permitsResend(Duration age) {
            return window.refusesFor(age);
        }
    }

    /** For how long the venue refuses a second order under an id it has seen. */
    public enum DuplicateWindow {
        /** It never does. */
        NONE,
        /** Once the first is closed the same id makes another order, so that one filled at once would be doubled. */
        WHILE_OPEN,
        ONE_DAY,
        /** The venue refuses, and does not say for how long: as good as nothing. */
        UNDOCUMENTED;

        private static final Duration DAY = Duration.ofDays(1);

        /** How far two clocks may disagree on when the window ends. */
        private static final Duration SLACK = Duration.ofMinutes(10);

        boolean refusesFor(Duration age) {
            return switch (this) {
                case NONE, WHILE_OPEN, UNDOCUMENTED -> false;
                case ONE_DAY -> age.plus(SLACK).compareTo(DAY) < 0;
            };
        }
    }

    /**
     * What answers prove.
     *
     * @param queryByClientId how long a query by our id finds a closed order; empty where there is no such query
     * @param absenceGrace how long not-found answers must go on before they prove absence
     * @param cancelOkMeans in the venue's own words, for the operator
     */
    public record Proof(Optional<Duration> queryByClientId, Duration absenceGrace, String cancelOkMeans) {}

    /**
     * How far the answers may be relied on.
     *
     * @param cancelsByClientId whether an order can be cancelled, and so fenced, whose venue id nobody knows
     * @param duplicate what a second order under an id that is taken is answered with
     * @param lag for how long a read may not know yet what the venue has accepted
     * @param deadMan the venue's own switch that cancels when we fall silent; empty where there is none
     */
    public record Answers(
            CancelOk cancelOk,
            boolean cancelsByClientId,
            Duplicate duplicate,
            OpenList openList,
            Duration lag,
            Optional<DeadMan> deadMan) {

        public static final Answers UNPROMISED = new Answers(
                CancelOk.ACCEPTED,
                true,
                Duplicate.REFUSED,
                new OpenList(Optional.empty(), ""),
                Duration.ZERO,
                Optional.empty());
    }

    /** What a cancel that was answered well has done. */
    public enum CancelOk {
        /** The order works no more. */
        DONE,
        /** The venue will cancel it, and says so when it has; until then it may fill. */
        ACCEPTED
    }

    /** What a second order under an id that is taken is answered with: in any case the first one arrived. */
    public enum Duplicate {
        REFUSED,
        /** As if it were the first order's reply. */
        FIRST_ORDER,
        /** Both are documented. */
        EITHER
    }

    /**
     * Whether the list of open orders shows them all.
     *
     * @param atMost how many an account can have open, of one symbol where the venue counts so; empty for no such limit
     * @param omits which open orders it leaves out; empty when it shows them all
     */
    public record OpenList(Optional<Integer> atMost, String omits) {

        /** Whether not to be listed says that an order does not work. */
        public boolean isComplete() {
            return omits.isEmpty();
        }
    }

    /**
     * A switch at the venue that cancels orders when it does not hear of us.
     *
     * @param shortest time of silence that it can be set to
     * @param trigger what counts as silence
     * @param cancels which orders it cancels
     */
    public record DeadMan(Duration shortest, Duration longest, String trigger, String cancels) {}

    /** What may be asked for. */
    public record Orders(Set<Tif.Kind> tifs, boolean market, boolean postOnly, boolean reduceOnly, Amend amend) {

        public Orders {
            tifs = Set.copyOf(tifs);
        }
    }

    /** How an order is amended: in place, by one request that cancels and places, or by two. */
    public enum Amend {
        IN_PLACE,
        CANCEL_REPLACE,
        CANCEL_THEN_NEW
    }

    /** What an error proves of the request that it answers. */
    public enum Proves {
        /** It was turned down, and had no effect. */
        REJECTED,
        /** It was not looked at, and had no effect. */
        NOT_EXECUTED,
        /** Nothing: it may have had its effect. */
        NOTHING,
        /** The order is in no state for it: ended, never there, or there already. Only a query tells which. */
        ALREADY_DONE,
        /** The id is taken, so the first request under it arrived. */
        ARRIVED
    }

    /**
     * What one error proves.
     *
     * @param code as the venue sends it, with its text where that decides, or the HTTP status
     */
    public record ErrorRule(String code, Proves proves, Reason reason) {}

    /**
     * Where a fact was read.
     *
     * @param fact the member of this manifest
     * @param page of the venue's documentation
     * @param words what it says there; ours where the page does not say
     */
    public record Source(String fact, String page, String words) {}
}
