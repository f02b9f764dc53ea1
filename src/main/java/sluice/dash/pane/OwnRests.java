package sluice.dash.pane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.parent.ParentOrder;

/** What of ours still rests at which price of which book. Immutable. */
record OwnRests(Map<Place, Map<Px, Qty>> byPlace) {

    static OwnRests of(List<ParentOrder> working) {
        var rests = new HashMap<Place, Map<Px, Qty>>();
        for (var parent : working) {
            for (var child : parent.children()) {
                var px = child.terms().px();
                if (child.isOpen() && px.isPresent()) {
                    var place = new Place(child.ids().venue(), child.terms().symbol());
                    rests.computeIfAbsent(place, first -> new HashMap<>())
                            .merge(px.get(), child.leavesQty(), Qty::plus);
                }
            }
        }
        return new OwnRests(rests);
    }

    Qty at(Place place, Px px) {
        return byPlace.getOrDefault(place, Map.of()).getOrDefault(px, Qty.ZERO);
    }
}
