package sluice.market;

/** How the market behaves, from volatility, spread and depth against their usual values. */
public enum Regime {
    CALM,
    VOLATILE,
    STRESSED
}
