package sluice.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is expected to be paid at a venue beside price and fee: retries, drift, risk and the like. Immutable.
 *
 * @param fixed for every order sent there, whatever its size, in quote money of the request
 * @param bands what every unit costs, by how deep in the book it stands; from the top on
 */
public record Expected(BigDecimal fixed, List<Band> bands) {

    public static final Expected NOTHING = new Expected(BigDecimal.ZERO, List.of());

    /** What a unit costs from a level of the book on, the best one being 0. */
    public record Band(int fromLevel, List<CostTerm> terms) {

        public Band {
            terms = List.copyOf(terms);
        }
    }

    public Expected {
        bands = List.copyOf(bands);
    }

    /** The same for every unit, however deep. */
    public static Expected ofEveryUnit(List<CostTerm> terms) {
        return new Expected(BigDecimal.ZERO, List.of(new Band(0, terms)));
    }

    /** What a unit of that level costs. */
    List<CostTerm> at(int level) {
        var terms = new ArrayList<CostTerm>();
        for (var band : bands) {
            if (band.fromLevel() <= level) {
                terms.clear();
                terms.addAll(band.terms());
            }
        }
        return terms;
    }
}
