package sluice.order;

/** LastLiquidityInd(851): whether our side of an execution rested or took. */
public enum Liquidity {
    MAKER,
    TAKER
}
