package sluice.engine.packed;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Doubt;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.Parent;

/** The values that orders and parents are made of, written and read side by side. */
final class Values {

    private static final int BUYS = 1;
    private static final int PRICED = 2;
    private static final int ENDS = 4;
    private static final int POST_ONLY = 8;
    private static final int REDUCE_ONLY = 16;

    private static final int MID = 1;
    private static final int VENUE_MID = 2;
    private static final int ONE_MID = 4;
    private static final int SPREAD = 8;

    private Values() {}

    private static Optional<Px> px(Bytes.Reader in) {
        return in.optional(() -> new Px(in.decimal()));
    }

    /** Terms that are mostly those of something written before. */
    static void terms(Bytes out, Terms terms, Terms usual) {
        out.bool(terms.equals(usual));
        if (!terms.equals(usual)) {
            terms(out, terms);
        }
    }

    static Terms terms(Bytes.Reader in, Terms usual) {
        return in.bool() ? usual : terms(in);
    }

    static void terms(Bytes out, Terms terms) {
        symbol(out, terms.symbol());
        out.number((terms.side() == Side.BUY ? BUYS : 0)
                | (terms.px().isPresent() ? PRICED : 0)
                | (terms.tif().until().isPresent() ? ENDS : 0)
                | (terms.postOnly() ? POST_ONLY : 0)
                | (terms.reduceOnly() ? REDUCE_ONLY : 0));
        out.decimal(terms.orderQty().value());
        if (terms.px().isPresent()) {
            out.decimal(terms.px().get().value());
        }
        out.choice(terms.tif().kind());
        if (terms.tif().until().isPresent()) {
            out.instant(terms.tif().until().get());
        }
    }

    static Terms terms(Bytes.Reader in) {
        var symbol = symbol(in);
        var flags = in.number();
        var side = has(flags, BUYS) ? Side.BUY : Side.SELL;
        var qty = new Qty(in.decimal());
        var px = pxIf(has(flags, PRICED), in);
        var kind = Tif.Kind.valueOf(in.text());
        var tif = new Tif(kind, has(flags, ENDS) ? Optional.of(in.instant()) : Optional.empty());
        return new Terms(symbol, side, qty, px, tif, has(flags, POST_ONLY), has(flags, REDUCE_ONLY));
    }

    private static void symbol(Bytes out, Symbol symbol) {
        out.bool(symbol.isPerpetual()).text(symbol.base()).text(symbol.quote());
    }

    private static Symbol symbol(Bytes.Reader in) {
        var kind = in.bool() ? Symbol.Kind.PERPETUAL : Symbol.Kind.SPOT;
        var base = in.text();
        return new Symbol(base, in.text(), kind);
    }

    private static boolean has(long flags, int flag) {
        return (flags & flag) != 0;
    }

    private static Optional<Px> pxIf(boolean isThere, Bytes.Reader in) {
        return isThere ? Optional.of(new Px(in.decimal())) : Optional.empty();
    }

    static void mark(Bytes out, Mark mark) {
        var isOne = mark.venueMid().isPresent() && mark.venueMid().equals(mark.consolidatedMid());
        out.number((mark.consolidatedMid().isPresent() ? MID : 0)
                | (isOne ? ONE_MID : mark.venueMid().isPresent() ? VENUE_MID : 0)
                | (mark.spread().isPresent() ? SPREAD : 0));
        if (mark.consolidatedMid().isPresent()) {
            out.decimal(mark.consolidatedMid().get().value());
        }
        if (mark.venueMid().isPresent() && !isOne) {
            out.decimal(mark.venueMid().get().value());
        }
        if (mark.spread().isPresent()) {
            out.decimal(mark.spread().get().value());
        }
        out.number(mark.bookVersion()).choice(mark.regime());
    }

    static Mark mark(Bytes.Reader in) {
        var flags = in.number();
        var mid = pxIf(has(flags, MID), in);
        var venueMid = has(flags, ONE_MID) ? mid : pxIf(has(flags, VENUE_MID), in);
        var spread = pxIf(has(flags, SPREAD), in);
        var version = in.number();
        return new Mark(mid, venueMid, spread, version, Regime.valueOf(in.text()));
    }

    static void closure(Bytes out, Closure closure) {
        out.choice(closure.reason()).text(closure.text());
    }

    static Closure closure(Bytes.Reader in) {
        var reason = Reason.valueOf(in.text());
        return new Closure(reason, in.text());
    }

    static void request(Bytes out, Request request, Parent parent) {
        out.text(request.name());
        if (request instanceof Request.Replace replace) {
            out.text(replace.next().value());
            terms(out, replace.terms(), parent.opened().terms());
        }
    }

    static Request request(Bytes.Reader in, Parent parent) {
        var name = in.text();
        if (name.equals("REPLACE")) {
            var next = new ClOrdId(in.text());
            return new Request.Replace(next, terms(in, parent.opened().terms()));
        }
        return name.equals("NEW") ? new Request.New() : new Request.Cancel();
    }

    static void doubt(Bytes out, Doubt doubt, Parent parent) {
        request(out, doubt.request(), parent);
        out.text(doubt.cause()).stamp(doubt.since(), parent.opened().at());
    }

    static Doubt doubt(Bytes.Reader in, Parent parent) {
        var request = request(in, parent);
        var cause = in.text();
        return new Doubt(request, cause, in.stamp(parent.opened().at()));
    }

    static void execution(Bytes out, Execution execution, Stamp base) {
        out.text(execution.execId().value()).decimal(execution.lastQty().value());
        out.decimal(execution.lastPx().value());
        out.decimal(execution.fee().amount()).text(execution.fee().asset());
        out.bool(execution.liquidity() == Liquidity.MAKER).instant(execution.at(), base);
    }

    static Execution execution(Bytes.Reader in, Stamp base) {
        var id = new ExecId(in.text());
        var qty = new Qty(in.decimal());
        var px = new Px(in.decimal());
        var amount = in.decimal();
        var fee = new Money(amount, in.text());
        var liquidity = in.bool() ? Liquidity.MAKER : Liquidity.TAKER;
        return new Execution(id, qty, px, fee, liquidity, in.instant(base));
    }

    static void origin(Bytes out, Origin origin) {
        out.text(origin.user()).text(origin.terminal()).text(origin.command());
        out.optional(origin.batchKey(), out::text);
    }

    static Origin origin(Bytes.Reader in) {
        var user = in.text();
        var terminal = in.text();
        var command = in.text();
        return new Origin(user, terminal, command, in.optional(in::text));
    }

    static void instructions(Bytes out, Instructions instructions) {
        out.all(instructions.on(), venue -> out.text(venue.name()));
        out.optional(instructions.collarBps(), out::decimal);
        out.optional(instructions.decisionPx(), px -> out.decimal(px.value()));
        out.optional(instructions.tag(), out::text).optional(instructions.algo(), out::text);
    }

    static Instructions instructions(Bytes.Reader in) {
        var on = in.list(() -> new VenueId(in.text()));
        Optional<BigDecimal> collar = in.optional(in::decimal);
        var decision = px(in);
        var tag = in.optional(in::text);
        return new Instructions(on, collar, decision, tag, in.optional(in::text));
    }
}
