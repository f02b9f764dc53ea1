package sluice.venue.coinbase.trade.reply;

import java.util.ArrayList;
import java.util.List;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.venue.VenueOrder;

/** Reads the frames of the user socket. Confined to its session, as its names are. */
public record UserFrames(OrderObjects objects) {

    /** What a frame says beside its number. */
    public sealed interface Told {

        /** How orders stand; a snapshot of all open ones comes after subscribing, on several frames for many. */
        record Orders(boolean isSnapshot, List<VenueOrder> orders) implements Told {

            public Orders {
                orders = List.copyOf(orders);
            }
        }

        /** These channels are subscribed to now. */
        record Subscribed(List<String> channels) implements Told {

            public Subscribed {
                channels = List.copyOf(channels);
            }
        }

        /** What we asked for was refused, as with a bad token. */
        record Refused(String text) implements Told {}
    }

    /** An order frame; throws {@link sluice.net.text.UnableToReadException} when it is none. */
    public Told.Orders orders(String frame) {
        var orders = new ArrayList<VenueOrder>();
        boolean isSnapshot = false;
        for (var event : Json.read(frame).in("events").all()) {
            isSnapshot |= event.textOrNone("type").equals("snapshot");
            event.find("orders").map(Fields::all).orElse(List.of()).forEach(order -> orders.add(objects.reported(order)));
        }
        return new Told.Orders(isSnapshot, orders);
    }

    public static Told.Subscribed subscriptions(String frame) {
        var channels = new ArrayList<String>();
        for (var event : Json.read(frame).in("events").all()) {
            event.find("subscriptions").ifPresent(named -> named.node().fieldNames().forEachRemaining(channels::add));
        }
        return new Told.Subscribed(channels);
    }

    /** A frame outside every channel. */
    public static Told.Refused refusal(String frame) {
        var said = Json.read(frame);
        var text = said.textOrNone("message");
        return new Told.Refused(text.isEmpty() ? said.textOrNone("type") : text);
    }
}
