package sluice.engine.state;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import sluice.engine.packed.Packed;
import sluice.engine.packed.Packer;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.order.parent.Parent;
import sluice.order.parent.ParentOrder;

/**
 * All parents with their children, oldest first. Those that are over are packed after a while, and unpacked for whoever
 * asks; when something more happens to one, it is worked on again. Confined to the desk thread.
 */
final class Families {

    /** A {@link ParentOrder} or what it is packed as, by place. */
    private final Roll<Object> all = new Roll<>();

    private final Places ofParents = new Places();
    private final Places ofChildren = new Places();
    private final Numbered<Family> unpacked = new Numbered<>();
    private final TreeMap<Integer, Family> working = new TreeMap<>();
    private final Map<Integer, Family> resting = new LinkedHashMap<>();
    private final Packer packer = new Packer();
    private Optional<Stamp> restart = Optional.empty();

    /** Told of what is packed. */
    private final BiConsumer<Family, Packed> hearer;

    private final int rest;

    Families(int rest, BiConsumer<Family, Packed> hearer) {
        this.rest = rest;
        this.hearer = hearer;
    }

    int size() {
        return all.size();
    }

    boolean has(ParentId id) {
        return ofParents.get(id.number()) != Places.NONE;
    }

    /** Begins one. */
    Family add(Parent parent) {
        var family = new Family(all.size(), parent);
        all.add(family.order());
        ofParents.put(parent.id().number(), family.place());
        unpack(family);
        return family;
    }

    private void unpack(Family family) {
        unpacked.put(family.place() + 1, family);
        working.put(family.place(), family);
    }

    void add(ChildId child, Family family) {
        ofChildren.put(child.number(), family.place());
    }

    /** As it was taken apart; the family, if it works yet. */
    Optional<Family> restore(Packed packed, Packed.Head head) {
        var place = all.size();
        ofParents.put(head.parentId().number(), place);
        head.children().forEach(child -> ofChildren.put(child.id().number(), place));
        all.add(packed);
        return head.over() ? Optional.empty() : Optional.of(unpack(place));
    }

    private Family unpack(int place) {
        var family = look(place);
        all.set(place, family.order());
        unpack(family);
        return family;
    }

    private Optional<Packed> packedAt(int place) {
        return all.get(place) instanceof Packed packed ? Optional.of(packed) : Optional.empty();
    }

    /** The family, to be changed. */
    Family of(ParentId id) {
        return at(required(ofParents.get(id.number()), id));
    }

    Family of(ChildId id) {
        return at(required(ofChildren.get(id.number()), id));
    }

    private static int required(int place, Object id) {
        if (place == Places.NONE) {
            throw new IllegalStateException("no order " + id);
        }
        return place;
    }

    private Family at(int place) {
        return unpacked.get(place + 1).orElseGet(() -> unpack(place));
    }

    /** Takes note that it was changed; what is over for long is packed. */
    void changed(Family family) {
        var isOver = family.isOver();
        if (family.rest(isOver)) {
            if (isOver) {
                working.remove(family.place());
                resting.put(family.place(), family);
            } else {
                resting.remove(family.place());
                working.put(family.place(), family);
            }
        }
        if (resting.size() > rest) {
            var oldest = resting.values().iterator();
            var longest = oldest.next();
            oldest.remove();
            pack(longest);
        }
    }

    private void pack(Family family) {
        var packed = packer.pack(family.order(), true, family.traces());
        all.set(family.place(), packed);
        unpacked.remove(family.place() + 1);
        hearer.accept(family, packed);
    }

    /** The order as it is now, the packed one unpacked only for this. */
    Optional<Order> child(ChildId id) {
        var place = ofChildren.get(id.number());
        if (place == Places.NONE) {
            return Optional.empty();
        }
        var family = unpacked.get(place + 1).orElseGet(() -> look(place));
        return Optional.of(family.child(id));
    }

    Optional<ParentOrder> parent(ParentId id) {
        var place = ofParents.get(id.number());
        return place == Places.NONE
                ? Optional.empty()
                : Optional.of(unpacked.get(place + 1).map(Family::order).orElseGet(() -> orderOf(all.get(place))));
    }

    /** A packed one, to be looked at. */
    private Family look(int place) {
        var family = Family.of(place, packedAt(place).orElseThrow().family());
        restart.ifPresent(family::restamp);
        return family;
    }

    /** Puts what was learned before a restart on the monotonic clock of after it. */
    void restamp(Stamp now) {
        restart = Optional.of(now);
        unpacked().forEach(family -> family.restamp(now));
    }

    /** The family of a child, to be looked at; empty when there is no such child. */
    Optional<Family> look(ChildId id) {
        var place = ofChildren.get(id.number());
        return place == Places.NONE
                ? Optional.empty()
                : Optional.of(unpacked.get(place + 1).orElseGet(() -> look(place)));
    }

    /** What the family of the child is packed as, if it is. */
    Optional<Packed> packed(ChildId id) {
        var place = ofChildren.get(id.number());
        return place == Places.NONE || unpacked.get(place + 1).isPresent() ? Optional.empty() : packedAt(place);
    }

    /** Those of which something works, oldest first. */
    Collection<Family> working() {
        return working.values();
    }

    /** Every one that is not packed. */
    List<Family> unpacked() {
        var families = new ArrayList<Family>(working.values());
        families.addAll(resting.values());
        return families;
    }

    /** All as they are now. */
    List<ParentOrder> picture() {
        unpacked().stream().filter(Family::takeNews).forEach(family -> all.set(family.place(), family.order()));
        return new Unpacking(all.picture());
    }

    /** All as bytes. */
    List<Packed> packed() {
        var packs = new Packer();
        var packed = new ArrayList<Packed>(all.size());
        for (int place = 0; place < all.size(); place++) {
            var kept = all.get(place);
            packed.add(unpacked.get(place + 1)
                    .map(family -> packs.pack(family.order(), family.isOver(), family.traces()))
                    .orElseGet(() -> (Packed) kept));
        }
        return packed;
    }

    private static ParentOrder orderOf(Object element) {
        return element instanceof Packed packed ? packed.order() : (ParentOrder) element;
    }

    /** Makes each parent of a picture when it is asked for. Immutable. */
    private static final class Unpacking extends AbstractList<ParentOrder> implements RandomAccess {

        private final List<Object> elements;

        Unpacking(List<Object> elements) {
            this.elements = elements;
        }

        @Override
        public ParentOrder get(int index) {
            return orderOf(elements.get(index));
        }

        @Override
        public int size() {
            return elements.size();
        }
    }
}
