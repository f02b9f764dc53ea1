package sluice.engine.checkpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.engine.Scope;
import sluice.engine.packed.Bytes;
import sluice.engine.packed.Packed;
import sluice.engine.state.Lines;
import sluice.engine.state.Picture;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ParentId;
import sluice.order.position.Position;
import sluice.risk.exposure.TradingState;
import sluice.risk.exposure.TradingStates;
import sluice.risk.limits.LimitKey;

/** A whole state as bytes and back; orders stay packed, and share the bytes they were read from. */
public final class StateBytes {

    /** Names this form and the fold it is of; another version of either does not read it. */
    public static final String FOLD = "state-13";

    private StateBytes() {}

    public static byte[] write(Picture picture) {
        var out = new Bytes();
        out.number(picture.seq()).text(picture.instanceTag());
        var orders = picture.orders();
        out.all(orders.parents(), packed -> packed.copyTo(out));
        fills(out, orders.fills());
        out.all(orders.positions(), position -> position(out, position));
        out.all(orders.others(), other -> other(out, other));
        out.optional(orders.learned(), out::instant);
        out.all(orders.unsettled(), child -> out.number(child.number()));
        halts(out, picture.halts());
        AlertBytes.write(out, picture.alerts());
        AccountBytes.write(out, picture.accounts());
        out.all(picture.lines(), done -> out.text(done.key()).number(done.next().number()));
        return out.done();
    }

    public static Picture read(byte[] bytes) {
        var in = new Bytes.Reader(bytes);
        var seq = in.number();
        var tag = in.text();
        List<Packed> parents = in.list(() -> Packed.read(in));
        var fills = fills(in);
        var positions = in.list(() -> position(in));
        var others = in.list(() -> other(in));
        var learned = in.optional(in::instant);
        var unsettled = in.list(() -> new ChildId(in.number()));
        var halts = halts(in);
        var alerts = AlertBytes.read(in);
        var ledger = new Picture.Ledger(parents, fills, positions, others, learned, unsettled);
        var accounts = AccountBytes.read(in);
        return new Picture(seq, tag, ledger, halts, alerts, accounts, in.list(() -> done(in)));
    }

    private static Lines.Done done(Bytes.Reader in) {
        var key = in.text();
        return new Lines.Done(key, new ParentId(in.number()));
    }

    /** Fills mostly follow each other as their orders do, so each says how far its child is from the one before. */
    private static void fills(Bytes out, List<Picture.Fill> fills) {
        var last = new long[1];
        out.all(fills, fill -> {
            var number = fill.childId().number();
            out.number(number - last[0]).number(fill.index()).optional(fill.former(), then -> other(out, then));
            last[0] = number;
        });
    }

    private static List<Picture.Fill> fills(Bytes.Reader in) {
        var last = new long[1];
        return in.list(() -> {
            last[0] += in.number();
            var index = in.count();
            return new Picture.Fill(new ChildId(last[0]), index, in.optional(() -> other(in)));
        });
    }

    private static void other(Bytes out, Picture.OtherName other) {
        out.number(other.childId().number()).text(other.clOrdId()).text(other.orderId());
    }

    private static Picture.OtherName other(Bytes.Reader in) {
        var child = new ChildId(in.number());
        var clOrdId = in.text();
        return new Picture.OtherName(child, clOrdId, in.text());
    }

    static void position(Bytes out, Position position) {
        out.text(position.venue().name()).text(position.symbol().name());
        out.decimal(position.netQty().value()).decimal(position.cost()).decimal(position.realised());
        out.all(
                new TreeMap<>(position.fees()).entrySet(),
                fee -> out.text(fee.getKey()).decimal(fee.getValue()));
    }

    static Position position(Bytes.Reader in) {
        var venue = new VenueId(in.text());
        var symbol = in.symbol();
        var netQty = new Qty(in.decimal());
        var cost = in.decimal();
        var realised = in.decimal();
        var fees = new HashMap<String, BigDecimal>();
        for (int left = in.count(); left > 0; left--) {
            fees.put(in.text(), in.decimal());
        }
        return new Position(venue, symbol, netQty, cost, realised, fees);
    }

    private static void halts(Bytes out, Picture.Halts halts) {
        var states = halts.states();
        out.choice(states.global());
        out.all(
                states.venues().entrySet(),
                entry -> out.text(entry.getKey().name()).choice(entry.getValue()));
        out.all(
                states.symbols().entrySet(),
                entry -> out.text(entry.getKey().name()).choice(entry.getValue()));
        out.all(states.tags().entrySet(), entry -> out.text(entry.getKey()).choice(entry.getValue()));
        var reasons = new TreeMap<String, String>();
        halts.reasons().forEach((scope, why) -> reasons.put(scope.toString(), why));
        out.all(reasons.entrySet(), entry -> out.text(entry.getKey()).text(entry.getValue()));
        var limits = new TreeMap<String, Map<LimitKey, BigDecimal>>();
        halts.limits().forEach((scope, values) -> limits.put(scope.toString(), values));
        out.all(limits.entrySet(), entry -> {
            out.text(entry.getKey());
            out.all(
                    new TreeMap<>(entry.getValue()).entrySet(),
                    value -> out.text(value.getKey().toml()).decimal(value.getValue()));
        });
        out.optional(halts.day(), day -> out.text(day.date()).decimal(day.profit()));
    }

    private static Picture.Halts halts(Bytes.Reader in) {
        var global = TradingState.valueOf(in.text());
        var venues = new TreeMap<VenueId, TradingState>();
        pairs(in).forEach(pair -> venues.put(new VenueId(pair[0]), TradingState.valueOf(pair[1])));
        var symbols = new TreeMap<Symbol, TradingState>();
        pairs(in).forEach(pair -> symbols.put(Symbol.of(pair[0]), TradingState.valueOf(pair[1])));
        var tags = new TreeMap<String, TradingState>();
        pairs(in).forEach(pair -> tags.put(pair[0], TradingState.valueOf(pair[1])));
        var reasons = new HashMap<Scope, String>();
        pairs(in).forEach(pair -> reasons.put(Scope.parse(pair[0]), pair[1]));
        var limits = new HashMap<Scope, Map<LimitKey, BigDecimal>>();
        for (int left = in.count(); left > 0; left--) {
            limits.put(Scope.parse(in.text()), values(in));
        }
        var day = in.optional(() -> new Picture.Day(in.text(), in.decimal()));
        return new Picture.Halts(new TradingStates(global, venues, symbols, tags), reasons, limits, day);
    }

    /** A key that this version does not know any more is passed over. */
    private static Map<LimitKey, BigDecimal> values(Bytes.Reader in) {
        var values = new TreeMap<LimitKey, BigDecimal>();
        for (int left = in.count(); left > 0; left--) {
            var key = LimitKey.named(in.text());
            var value = in.decimal();
            key.ifPresent(known -> values.put(known, value));
        }
        return values;
    }

    private static List<String[]> pairs(Bytes.Reader in) {
        var size = in.count();
        var pairs = new ArrayList<String[]>(size);
        for (int i = 0; i < size; i++) {
            pairs.add(new String[] {in.text(), in.text()});
        }
        return pairs;
    }
}
