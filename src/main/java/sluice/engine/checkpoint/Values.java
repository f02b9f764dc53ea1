package sluice.engine.checkpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
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

    static <T> Optional<T> optional(Bytes.Reader in, Supplier<T> reader) {
        return in.bool() ? Optional.of(reader.get()) : Optional.empty();
    }

    private static Optional<Px> px(Bytes.Reader in) {
        return in.bool() ? in.shared().px(in.decimal()) : Optional.empty();
    }

    static <T> List<T> list(Bytes.Reader in, Supplier<T> reader) {
        var size = in.count();
        var list = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.get());
        }
        return list;
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
        var qty = in.shared().qty(in.decimal());
        var px = px(in);
        var kind = Tif.Kind.valueOf(in.text());
        var tif = new Tif(kind, optional(in, in::instant));
        var postOnly = in.bool();
        return in.shared().of(new Terms(symbol, side, qty, px, tif, postOnly, in.bool()));
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
        return in.shared().of(new Mark(mid, venueMid, spread, version, Regime.valueOf(in.text())));
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
        var qty = in.shared().qty(in.decimal());
        var px = in.shared().px(in.decimal()).orElseThrow();
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
        return in.shared().of(new Origin(user, terminal, command, optional(in, in::text)));
    }

    static void instructions(Bytes out, Instructions instructions) {
        out.all(instructions.on(), venue -> out.text(venue.name()));
        out.optional(instructions.collarBps(), out::decimal);
        out.optional(instructions.decisionPx(), px -> out.decimal(px.value()));
        out.optional(instructions.tag(), out::text).optional(instructions.algo(), out::text);
    }

    static Instructions instructions(Bytes.Reader in) {
        var on = list(in, () -> new VenueId(in.text()));
        Optional<BigDecimal> collar = optional(in, in::decimal);
        var decision = px(in);
        var tag = optional(in, in::text);
        return in.shared().of(new Instructions(on, collar, decision, tag, optional(in, in::text)));
    }
}
