package sluice.engine.packed;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
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

/** The values that orders and parents are made of, written and read side by side. */
final class Values {

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
        out.text(terms.symbol().name())
                .bool(terms.side() == Side.BUY)
                .decimal(terms.orderQty().value());
        out.optional(terms.px(), px -> out.decimal(px.value()));
        out.choice(terms.tif().kind()).optional(terms.tif().until(), out::instant);
        out.bool(terms.postOnly()).bool(terms.reduceOnly());
    }

    static Terms terms(Bytes.Reader in) {
        var symbol = in.symbol();
        var side = in.bool() ? Side.BUY : Side.SELL;
        var qty = new Qty(in.decimal());
        var px = px(in);
        var kind = Tif.Kind.valueOf(in.text());
        var tif = new Tif(kind, in.optional(in::instant));
        var postOnly = in.bool();
        return new Terms(symbol, side, qty, px, tif, postOnly, in.bool());
    }

    static void mark(Bytes out, Mark mark) {
        out.optional(mark.consolidatedMid(), px -> out.decimal(px.value()));
        out.optional(mark.venueMid(), px -> out.decimal(px.value()));
        out.optional(mark.spread(), px -> out.decimal(px.value()));
        out.number(mark.bookVersion()).choice(mark.regime());
    }

    static Mark mark(Bytes.Reader in) {
        var mid = px(in);
        var venueMid = px(in);
        var spread = px(in);
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

    static void request(Bytes out, Request request) {
        out.text(request.name());
        if (request instanceof Request.Replace replace) {
            out.text(replace.next().value());
            terms(out, replace.terms());
        }
    }

    static Request request(Bytes.Reader in) {
        var name = in.text();
        if (name.equals("REPLACE")) {
            var next = new ClOrdId(in.text());
            return new Request.Replace(next, terms(in));
        }
        return name.equals("NEW") ? new Request.New() : new Request.Cancel();
    }

    static void doubt(Bytes out, Doubt doubt) {
        request(out, doubt.request());
        out.text(doubt.cause()).stamp(doubt.since());
    }

    static Doubt doubt(Bytes.Reader in) {
        var request = request(in);
        var cause = in.text();
        return new Doubt(request, cause, in.stamp());
    }

    static void execution(Bytes out, Execution execution) {
        out.text(execution.execId().value()).decimal(execution.lastQty().value());
        out.decimal(execution.lastPx().value());
        out.decimal(execution.fee().amount()).text(execution.fee().asset());
        out.bool(execution.liquidity() == Liquidity.MAKER).instant(execution.at());
    }

    static Execution execution(Bytes.Reader in) {
        var id = new ExecId(in.text());
        var qty = new Qty(in.decimal());
        var px = new Px(in.decimal());
        var amount = in.decimal();
        var fee = new Money(amount, in.text());
        var liquidity = in.bool() ? Liquidity.MAKER : Liquidity.TAKER;
        return new Execution(id, qty, px, fee, liquidity, in.instant());
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
