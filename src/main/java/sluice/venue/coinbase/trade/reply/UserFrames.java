package sluice.venue.coinbase.trade.reply;

import java.util.ArrayList;
import java.util.List;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.VenueOrder;

/** Reads the frames of the user socket. Confined to its session, as its names are. */
public record UserFrames(OrderObjects objects) {

    /** How orders stand, and whether one of them has a status that we do not know. */
    public record Told(List<VenueOrder> orders, boolean isStrange) {

        public Told {
            orders = List.copyOf(orders);
        }
    }

    public List<VenueOrder> orders(String frame) {
        return told(frame).orders();
    }

    /** What an order frame says; throws {@link UnableToReadException} when it is none. */
    public Told told(String frame) {
        var orders = new ArrayList<VenueOrder>();
        boolean isStrange = false;
        for (var event : Json.read(frame).in("events").all()) {
            for (var order : event.find("orders").map(Fields::all).orElse(List.of())) {
                orders.add(objects.reported(order));
                isStrange |= !Closures.isKnown(order.text("status"));
            }
        }
        return new Told(orders, isStrange);
    }

    /** The channels that are subscribed to now, as the answer to a subscription says. */
    public static List<String> channels(String frame) {
        var channels = new ArrayList<String>();
        for (var event : Json.read(frame).in("events").all()) {
            event.find("subscriptions")
                    .ifPresent(named -> named.node().fieldNames().forEachRemaining(channels::add));
        }
        return channels;
    }

    /** What a frame outside every channel says, as when a token is bad. */
    public static String refusal(String frame) {
        var said = Json.read(frame);
        var text = said.textOrNone("message");
        return text.isEmpty() ? said.textOrNone("type") : text;
    }
}
