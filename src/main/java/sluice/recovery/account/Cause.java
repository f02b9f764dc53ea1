package sluice.recovery.account;

/** What a difference between an account and our fills looks like; without the venue's word for it, never more. */
public enum Cause {
    /** Less than the smallest quantity that can be traded. */
    DUST("dust under the venue's smallest lot", false),
    /** Within what the account paid in fees in that asset. */
    FEE_IN_BASE("no more than the fees taken in it", true),
    /** In the margin of perpetuals that are held. */
    FUNDING("within the funding of positions held", false),
    /** A whole multiple of ours. */
    MULTIPLIER("a whole multiple: contracts counted for units", true),
    /** Others work or worked orders that move it. */
    EXTERNAL("others trade on the account", true),
    /** No order of anybody moves it. */
    TRANSFER("no order moves it: a transfer in or out", true),
    UNEXPLAINED("unexplained", true);

    private final String words;
    private final boolean freezes;

    Cause(String words, boolean freezes) {
        this.words = words;
        this.freezes = freezes;
    }

    public String words() {
        return words;
    }

    /** Whether no new risk is taken before an operator has looked. */
    public boolean freezes() {
        return freezes;
    }
}
