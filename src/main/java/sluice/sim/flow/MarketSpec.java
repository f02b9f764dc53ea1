package sluice.sim.flow;

/**
 * One symbol's market at one venue, in numbers.
 *
 * @param name of its stream of chance
 * @param tick price step in quote units
 * @param price the first mid, from which the spacing of levels is taken
 * @param depthLots what one basis point of price usually holds near the mid, in lots
 * @param depth the venue's depth against the usual
 * @param basisBps how far the venue strays from the efficient price
 */
public record MarketSpec(
        long seed, String name, double tick, double price, double depthLots, double depth, double basisBps) {}
