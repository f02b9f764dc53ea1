package sluice.recovery;

import sluice.order.account.TradeCause;

/** The cases that a report is sorted into, by their numbers in the reconciliation matrix. */
public enum Case {
    UNKNOWN_NEVER_SENT(1, "intended, never sent"),
    UNKNOWN_OPEN(2, "in doubt, open at the venue"),
    UNKNOWN_PARTIAL(3, "in doubt, partly filled at the venue"),
    UNKNOWN_FILLED(4, "in doubt, filled at the venue"),
    UNKNOWN_ENDED(5, "in doubt, ended at the venue"),
    UNKNOWN_NOT_FOUND(6, "in doubt, not found yet"),
    UNKNOWN_ABSENT(7, "in doubt, proven absent"),
    UNKNOWN_UNANSWERED(8, "in doubt, the question failed"),
    WORKING_GONE(9, "working, not in the open list"),
    WORKING_FILLED(10, "working, filled at the venue"),
    WORKING_ENDED(11, "working, ended at the venue"),
    WORKING_FILLS_MISSED(11, "working, fills missed"),
    CANCEL_STILL_OPEN(12, "cancel sent, still open"),
    CANCEL_FILLED(13, "cancel sent, filled or ended"),
    AMEND_SEEN(14, "amend sent, open"),
    STRAY_FILL_OURS(21, "a fill of an order that the journal lost"),
    FILLS_NOT_VISIBLE(15, "the venue counts fills that it does not list yet"),
    VENUE_BEHIND(16, "the venue counts less than it has told"),
    ZOMBIE(17, "closed here, open at the venue"),
    LATE_FILL(18, "closed here, filled since"),
    ORPHAN(19, "ours by its id, not in the journal"),
    EXTERNAL_ORDER(20, "somebody else's order"),
    STRAY_FILL(21, TradeCause.ORDER.words()),
    LIQUIDATION(21, TradeCause.LIQUIDATION.words()),
    DELEVERAGING(21, TradeCause.DELEVERAGING.words()),
    POSITION_MOVED(21, TradeCause.TRANSFER.words()),
    FILL_CONFLICT(22, "the same fill told in two ways"),
    TERMS_DIFFER(24, "other terms than were sent"),
    ACCOUNT_DIFFERS(25, "orders and fills agree, what the account holds does not"),
    ACCOUNT_OPENED(25, "the account as it was found"),
    FUNDING_SETTLED(25, "funding settled"),
    DUPLICATE_ID(26, "the venue knows the id already"),
    EMPTY_LIST(27, "an answer without balances is no evidence of absence"),
    AGREED(0, "agrees again");

    private final int row;
    private final String words;

    Case(int row, String words) {
        this.row = row;
        this.words = words;
    }

    /** What an execution is that no order of ours explains. */
    static Case of(TradeCause cause) {
        return switch (cause) {
            case ORDER -> STRAY_FILL;
            case LIQUIDATION -> LIQUIDATION;
            case DELEVERAGING -> DELEVERAGING;
            case TRANSFER -> POSITION_MOVED;
        };
    }

    public int row() {
        return row;
    }

    public String words() {
        return words;
    }
}
