package sluice.engine.watch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.engine.market.DailyLoss;
import sluice.engine.state.Picture;
import sluice.engine.turn.Due;
import sluice.engine.turn.Turn;
import sluice.engine.work.TradingControl;
import sluice.order.parent.Origin;
import sluice.risk.exposure.TradingState;

/**
 * Holds the loss of the UTC day against its limits: warns, then lets positions only be reduced, then kills. That it
 * cannot be told is told as well.
 *
 * <p>Resumed while the loss is still above its limit, trading stops again; who wants to go on loosens the limit.
 */
public final class LossWatch {

    public static final Duration EVERY = Duration.ofSeconds(1);

    private static final Duration BLIND = Duration.ofMinutes(1);

    private static final Origin DESK = new Origin("desk", "loss", "", Optional.empty());

    private final Turn turn;
    private final DailyLoss losses;
    private final TradingControl trading;
    private String warned = "";
    private OptionalLong blindNanos = OptionalLong.empty();
    private boolean told;

    public LossWatch(Turn turn, DailyLoss losses, TradingControl trading) {
        this.turn = turn;
        this.losses = losses;
        this.trading = trading;
    }

    public void due(Due.LossDue due) {
        turn.after(EVERY, due);
        if (turn.orders().positions().isEmpty()) {
            return;
        }
        losses.sample();
        losses.profit().ifPresentOrElse(this::seen, this::blind);
    }

    private void seen(BigDecimal profit) {
        blindNanos = OptionalLong.empty();
        told = false;
        judge(profit);
    }

    /** Books come and go; a limit that holds nothing for long is told. */
    private void blind() {
        var now = turn.now().nanos();
        if (blindNanos.isEmpty()) {
            blindNanos = OptionalLong.of(now);
        }
        if (!told && now - blindNanos.getAsLong() >= BLIND.toNanos()) {
            told = true;
            var text = "The loss of the day cannot be told, and no limit on it holds: nothing says what "
                    + String.join(", ", losses.unvalued()) + " is worth.";
            turn.alert("DAILY_LOSS", text, DeskEvent.Alerted.NO_ORDER);
        }
    }

    private void judge(BigDecimal profit) {
        var loss = day(profit).profit().subtract(profit);
        var guard = turn.state().limits().global().guard();
        if (loss.compareTo(guard.lossKill()) > 0) {
            stop(TradingState.KILLED, loss, guard.lossKill());
        } else if (loss.compareTo(guard.lossReduce()) > 0) {
            stop(TradingState.REDUCING, loss, guard.lossReduce());
        } else if (loss.compareTo(guard.lossWarn()) > 0) {
            warn(loss, guard.lossWarn());
        }
    }

    /** The first day of a journal begins with nothing; any other with what there was when it began. */
    private Picture.Day day(BigDecimal profit) {
        var date = LocalDate.ofInstant(turn.now().at(), ZoneOffset.UTC).toString();
        var known = turn.state().day();
        if (known.filter(day -> day.date().equals(date)).isEmpty()) {
            var begins = known.isEmpty() ? BigDecimal.ZERO : profit;
            turn.record(new DeskEvent.DayOpened(date, begins, turn.now()));
        }
        return turn.state().day().orElseThrow();
    }

    private void stop(TradingState state, BigDecimal loss, BigDecimal limit) {
        if (turn.state().trading().global().compareTo(state) >= 0) {
            return;
        }
        var reason = "the loss of the day is " + words(loss) + ", and " + words(limit) + " is allowed";
        turn.alert("DAILY_LOSS", "Trading is " + state + ": " + reason + ".", DeskEvent.Alerted.NO_ORDER);
        if (state == TradingState.KILLED) {
            trading.kill(Scope.GLOBAL, reason, DESK);
        } else {
            turn.record(new DeskEvent.TradingChanged(Scope.GLOBAL, state, reason, DESK, turn.now()));
        }
    }

    private void warn(BigDecimal loss, BigDecimal limit) {
        var date = day(loss).date();
        if (!warned.equals(date)) {
            warned = date;
            var text = "The loss of the day is " + words(loss) + ", above " + words(limit) + ".";
            turn.alert("DAILY_LOSS", text, DeskEvent.Alerted.NO_ORDER);
        }
    }

    private static String words(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
