package sluice.quality;

import java.util.Optional;
import sluice.market.Px;

/**
 * The mids an order is measured by, over all venues and free of fees. Immutable.
 *
 * @param decision when it was decided, or what the operator decided on
 * @param arrival when the desk took it up
 * @param submit when the first of it was sent
 */
public record Mids(Optional<Px> decision, Optional<Px> arrival, Optional<Px> submit) {}
