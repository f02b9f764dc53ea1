package broken.sim;

import broken.net.Nonce;
import broken.venue.beta.BetaWire;

public record Exchange(BetaWire wire, Nonce nonce) {}
