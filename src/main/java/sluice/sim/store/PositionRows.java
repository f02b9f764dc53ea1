package sluice.sim.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import sluice.market.Money;
import sluice.market.Px;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Position;

/** Positions and funding as rows, and back. */
final class PositionRows {

    private PositionRows() {}

    static Object[] row(String venue, Position position) {
        return new Object[] {
            venue,
            position.account(),
            position.symbol(),
            position.size().toPlainString(),
            position.entryValue().toPlainString(),
            position.realised().toPlainString(),
            position.leverage().toPlainString(),
            position.updatedAt().toString()
        };
    }

    static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getString("account"),
                row.getString("symbol"),
                new BigDecimal(row.getString("size")),
                new BigDecimal(row.getString("entry_value")),
                new BigDecimal(row.getString("realised")),
                new BigDecimal(row.getString("leverage")),
                Instant.parse(row.getString("updated_at")));
    }

    static Object[] row(String venue, Funding funding) {
        return new Object[] {
            venue,
            funding.execId(),
            funding.position().account(),
            funding.position().symbol(),
            funding.size().toPlainString(),
            funding.mark().plain(),
            funding.rate().toPlainString(),
            funding.paid().amount().toPlainString(),
            funding.paid().asset(),
            funding.at().toString()
        };
    }

    static Funding funding(ResultSet row) throws SQLException {
        return new Funding(
                row.getLong("exec_id"),
                new Funding.Of(row.getString("account"), row.getString("symbol")),
                new BigDecimal(row.getString("size")),
                Px.of(row.getString("mark")),
                new BigDecimal(row.getString("rate")),
                Money.of(row.getString("paid"), row.getString("asset")),
                Instant.parse(row.getString("at")));
    }
}
