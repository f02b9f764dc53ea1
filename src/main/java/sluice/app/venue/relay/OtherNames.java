package sluice.app.venue.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.market.Instrument;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.venue.FeeSchedule;
import sluice.venue.Feed;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;
import sluice.venue.VenueReport;

/** Symbols under other names, in one direction; those of no other name are left as they are. Immutable. */
public record OtherNames(Map<Symbol, Symbol> names) {

    public OtherNames {
        names = Map.copyOf(names);
    }

    public OtherNames reversed() {
        var back = new HashMap<Symbol, Symbol>();
        names.forEach((from, to) -> back.put(to, from));
        return new OtherNames(back);
    }

    public Symbol of(Symbol symbol) {
        return names.getOrDefault(symbol, symbol);
    }

    public List<Symbol> of(List<Symbol> symbols) {
        return symbols.stream().map(this::of).toList();
    }

    public Terms of(Terms terms) {
        return terms.of(of(terms.symbol()));
    }

    public Feed of(Feed feed) {
        return new Feed(feed.kind(), feed.symbol().map(this::of));
    }

    public Trade of(Trade trade) {
        return new Trade(trade.venue(), of(trade.symbol()), trade.aggressor(), trade.px(), trade.qty(), trade.at());
    }

    public Instrument of(Instrument listed) {
        return new Instrument(
                listed.venue(),
                of(listed.symbol()),
                listed.venueSymbol(),
                listed.grid(),
                listed.bounds(),
                listed.multiplier(),
                listed.status());
    }

    public FeeSchedule of(FeeSchedule fees) {
        return new FeeSchedule(of(fees.symbol()), fees.maker(), fees.taker());
    }

    public VenuePosition of(VenuePosition held) {
        return new VenuePosition(
                of(held.symbol()), held.netQty(), held.avgPx(), held.markPx(), held.liquidationPx(), held.leverage());
    }

    public VenueCommand.Ref of(VenueCommand.Ref order) {
        return new VenueCommand.Ref(order.clOrdId(), order.orderId(), of(order.symbol()));
    }

    public OrderNews of(OrderNews news) {
        if (news instanceof OrderNews.Sent sent) {
            return new OrderNews.Sent(of(sent.request()));
        }
        if (news instanceof OrderNews.Replaced replaced) {
            return new OrderNews.Replaced(replace(replaced.request()), replaced.orderId());
        }
        if (news instanceof OrderNews.InDoubt doubt) {
            return new OrderNews.InDoubt(of(doubt.request()), doubt.cause());
        }
        if (news instanceof OrderNews.RequestRejected rejected) {
            return new OrderNews.RequestRejected(of(rejected.request()), rejected.closure());
        }
        if (news instanceof OrderNews.NotSent unsent) {
            return new OrderNews.NotSent(of(unsent.request()), unsent.cause());
        }
        return news;
    }

    private Request of(Request request) {
        return request instanceof Request.Replace replace ? replace(replace) : request;
    }

    private Request.Replace replace(Request.Replace replace) {
        return new Request.Replace(replace.next(), of(replace.terms()));
    }

    public Lookup of(Lookup lookup) {
        return lookup instanceof Lookup.Found found
                ? new Lookup.Found(
                        of(found.order()), found.fills().stream().map(this::of).toList())
                : lookup;
    }

    private VenueOrder of(VenueOrder order) {
        return new VenueOrder(
                order.clOrdId(),
                order.orderId(),
                of(order.terms()),
                order.cumQty(),
                order.cumQuote(),
                order.state(),
                order.closure());
    }

    private VenueFill of(VenueFill fill) {
        return new VenueFill(
                fill.clOrdId(), fill.orderId(), of(fill.symbol()), fill.side(), fill.execution(), fill.cause());
    }

    public VenueFunding of(VenueFunding funding) {
        return new VenueFunding(of(funding.symbol()), funding.execId(), funding.paid(), funding.at());
    }

    public VenueReport of(VenueReport report) {
        var unfound = new HashMap<>(report.unfound());
        unfound.replaceAll((id, lookup) -> of(lookup));
        return new VenueReport(
                report.orders().stream().map(this::of).toList(),
                unfound,
                report.fills().stream().map(this::of).toList(),
                report.fundings().stream().map(this::of).toList(),
                report.balances(),
                report.positions().stream().map(this::of).toList(),
                report.since());
    }

    public VenueCommand of(VenueCommand command) {
        if (command instanceof VenueCommand.NewOrder order) {
            return new VenueCommand.NewOrder(order.clOrdId(), of(order.terms()));
        }
        if (command instanceof VenueCommand.CancelOrder cancel) {
            return new VenueCommand.CancelOrder(of(cancel.order()));
        }
        if (command instanceof VenueCommand.ReplaceOrder replace) {
            return new VenueCommand.ReplaceOrder(
                    of(replace.order()), replace.next(), of(replace.from()), of(replace.terms()), replace.cumQty());
        }
        if (command instanceof VenueCommand.OrderStatusRequest request) {
            return new VenueCommand.OrderStatusRequest(of(request.order()));
        }
        if (command instanceof VenueCommand.OrderMassStatusRequest request) {
            var ours = request.ours().stream().map(this::of).toList();
            return new VenueCommand.OrderMassStatusRequest(request.requestId(), request.since(), ours);
        }
        if (command instanceof VenueCommand.Resubscribe || command instanceof VenueCommand.SetDeadMan) {
            return command;
        }
        throw new AssertionError(command);
    }
}
