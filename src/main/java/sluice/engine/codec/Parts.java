package sluice.engine.codec;

import java.math.BigDecimal;
import sluice.market.Mark;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;

/** The groups of fields that several events share, written and read side by side. */
final class Parts {

    private Parts() {}

    static Payload terms(Payload out, Terms terms) {
        return out.text("symbol", terms.symbol().name())
                .text("side", terms.side().name())
                .decimal("orderQty", terms.orderQty().value())
                .text("px", terms.px())
                .text("tif", terms.tif().toString())
                .flag("postOnly", terms.postOnly())
                .flag("reduceOnly", terms.reduceOnly());
    }

    static Terms terms(Fields in) {
        return in.shared()
                .of(new Terms(
                        in.symbol("symbol"),
                        Side.valueOf(in.text("side")),
                        in.qty("orderQty"),
                        in.optionalPx("px"),
                        tif(in.text("tif")),
                        in.flag("postOnly"),
                        in.flag("reduceOnly")));
    }

    private static Tif tif(String text) {
        return switch (text) {
            case "GTC" -> Tif.GTC;
            case "IOC" -> Tif.IOC;
            default -> Tif.of(text);
        };
    }

    static Payload mark(Payload out, MarkNames names, Mark mark) {
        return out.text(names.mid(), mark.consolidatedMid())
                .text(names.venueMid(), mark.venueMid())
                .text(names.spread(), mark.spread())
                .number(names.bookVersion(), mark.bookVersion())
                .text(names.regime(), mark.regime().name());
    }

    static Mark mark(Fields in, MarkNames names) {
        return in.shared()
                .of(new Mark(
                        in.optionalPx(names.mid()),
                        in.optionalPx(names.venueMid()),
                        in.optionalPx(names.spread()),
                        in.number(names.bookVersion()),
                        Regime.valueOf(in.text(names.regime()))));
    }

    static Payload closure(Payload out, Closure closure) {
        return out.text("reason", closure.reason().name()).text("text", closure.text());
    }

    static Closure closure(Fields in) {
        return new Closure(Reason.valueOf(in.text("reason")), in.text("text"));
    }

    static Payload request(Payload out, Request request) {
        out.text("request", request.name());
        if (request instanceof Request.Replace replace) {
            terms(out.text("nextClOrdId", replace.next().value()), replace.terms());
        }
        return out;
    }

    static Request request(Fields in) {
        var name = in.text("request");
        return switch (name) {
            case "NEW" -> new Request.New();
            case "CANCEL" -> new Request.Cancel();
            case "REPLACE" -> new Request.Replace(new ClOrdId(in.text("nextClOrdId")), terms(in));
            default -> throw new UnreadableEventException("unknown request " + name);
        };
    }

    static Payload instructions(Payload out, Instructions instructions) {
        return out.list("on", instructions.on().stream().map(VenueId::name).toList())
                .text("collarBps", instructions.collarBps().map(bps -> bps.toPlainString()))
                .text("decisionPx", instructions.decisionPx())
                .text("tag", instructions.tag())
                .text("algo", instructions.algo());
    }

    static Instructions instructions(Fields in) {
        return in.shared()
                .of(new Instructions(
                        in.list("on").stream().map(VenueId::new).toList(),
                        in.optional("collarBps").map(BigDecimal::new),
                        in.optionalPx("decisionPx"),
                        in.optional("tag"),
                        in.optional("algo")));
    }

    static Payload origin(Payload out, Origin origin) {
        return out.text("user", origin.user())
                .text("terminal", origin.terminal())
                .text("command", origin.command())
                .text("batchKey", origin.batchKey());
    }

    static Origin origin(Fields in) {
        return in.shared()
                .of(new Origin(in.text("user"), in.text("terminal"), in.text("command"), in.optional("batchKey")));
    }
}
