package broken.venue.beta;

import broken.sim.Exchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

public record BetaWire(Exchange sim, Path path) {

    String allowed(Appendable line) throws IOException {
        line.append(URLEncoder.encode("a b", StandardCharsets.UTF_8));
        return line.toString();
    }
}
