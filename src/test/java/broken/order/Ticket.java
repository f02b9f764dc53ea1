package broken.order;

import broken.market.Side;

public record Ticket(Side side) {}
