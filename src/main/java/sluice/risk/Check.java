package sluice.risk;

import java.util.List;
import java.util.Optional;

/** One thing that may speak against an order. */
@FunctionalInterface
interface Check {

    /** Whether it can be taken at all by the venue that lists it. */
    List<Check> OF_A_LISTING = List.of(
            GridChecks::halted,
            GridChecks::unsupported,
            GridChecks::tick,
            GridChecks::lot,
            GridChecks::minQty,
            GridChecks::minNotional);

    /** What holds wherever it goes. */
    List<Check> OF_A_PARENT = List.of(
            StateChecks::tradingState,
            GuardChecks::journal,
            GuardChecks::restricted,
            MarketChecks::noMid,
            MarketChecks::crossed,
            MarketChecks::collar,
            MarketChecks::lastTrade,
            SizeChecks::maxNotional,
            SizeChecks::maxOrderQty,
            StateChecks::reduceOnly,
            SizeChecks::maxPosition,
            SizeChecks::maxGross,
            SizeChecks::maxNet);

    /** What depends on the venue and on the moment. */
    List<Check> OF_A_CHILD = List.of(
            MarketChecks::noBook,
            MarketChecks::staleBook,
            GridChecks::maxQty,
            GridChecks::maxNotional,
            SizeChecks::atVenue,
            GuardChecks::clock,
            GuardChecks::unknown,
            FlowChecks::maxOpenOrders,
            FlowChecks::orderRate,
            GuardChecks::repeated,
            FlowChecks::duplicate,
            FlowChecks::balance,
            GuardChecks::selfTrade,
            GuardChecks::wash);

    /** What is worth a remark and stops nothing. */
    List<Check> REMARKS = List.of(SizeChecks::depth, SizeChecks::daily);

    Optional<Refusal> of(Subject subject);
}
