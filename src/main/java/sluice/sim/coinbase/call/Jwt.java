package sluice.sim.coinbase.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import sluice.sim.front.Json;

/** A JSON Web Token taken apart: what it says, and what was signed. */
record Jwt(JsonNode header, JsonNode claims, String signed, byte[] signature) {

    /** RFC 7515, "Compact Serialization": three parts, each base64url without padding. */
    static Optional<Jwt> read(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = Json.read(decoded(parts[0]));
            var claims = Json.read(decoded(parts[1]));
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            return header.flatMap(
                    head -> claims.map(body -> new Jwt(head, body, parts[0] + "." + parts[1], signature)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text(String claim) {
        return claims.path(claim).asText();
    }

    /** RFC 7518, 3.4: the signature of ES256 is R and S, 32 bytes each, one behind the other. */
    boolean isSignedBy(PublicKey key) {
        if (!header.path("alg").asText().equals("ES256") || signature.length != 64) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Jwt[hidden]";
    }
}
