package sluice.net.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutoutTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aBanLastsUntilItIsOver() {
        var shutout = Shutout.ofAll();
        assertThat(shutout.ban(5)).isEmpty();
        shutout.ban(MINUTE, -7);
        assertThat(shutout.ban(-7)).contains(MINUTE);
        assertThat(shutout.ban(MINUTE.toNanos() - 8)).contains(Duration.ofNanos(1));
        assertThat(shutout.ban(MINUTE.toNanos() - 7)).isEmpty();
    }

    @Test
    void aShorterWordDoesNotEndALongerOne() {
        var shutout = Shutout.ofAll();
        shutout.ban(MINUTE, 0);
        shutout.ban(Duration.ofSeconds(1), 10);
        shutout.pause(MINUTE, 0);
        shutout.pause(Duration.ofSeconds(1), 10);
        assertThat(shutout.ban(0)).contains(MINUTE);
        assertThat(shutout.pause(0)).contains(MINUTE);
    }

    @Test
    void aPauseIsSharedOnlyWhereTheAddressIsCounted() {
        var bans = Shutout.ofBans();
        bans.pause(MINUTE, 0);
        bans.ban(MINUTE, 0);
        assertThat(bans.pause(1)).isEmpty();
        assertThat(bans.ban(1)).isPresent();
    }

    @Test
    void onceItIsOverCancelsGoFirst() {
        var shutout = Shutout.ofAll();
        shutout.ban(MINUTE, 0);
        long over = MINUTE.toNanos();
        assertThat(shutout.wait(Lane.CANCEL, over - 1)).contains(Duration.ofNanos(1));
        assertThat(shutout.wait(Lane.CANCEL, over)).isEmpty();
        assertThat(shutout.wait(Lane.NEW, over)).contains(Duration.ofMillis(250));
        assertThat(shutout.wait(Lane.QUERY, over + Duration.ofMillis(250).toNanos()))
                .isEmpty();
    }

    @Test
    void aPauseThatARestartCouldFallIntoIsToldAsOneWhereverItIsCounted() {
        var told = new ArrayList<String>();
        for (var shutout : List.of(Shutout.ofAll(), Shutout.ofBans())) {
            shutout.listen((lasting, isPause) -> told.add(lasting.toSeconds() + (isPause ? " pause" : " ban")));
            shutout.pause(Duration.ofMillis(1999), 0);
            shutout.pause(MINUTE, 0);
            shutout.pause(Duration.ofSeconds(30), 1);
        }
        assertThat(told).containsExactly("60 pause", "60 pause");
    }

    @Test
    void eachBanThatLastsLongerIsToldAndNoneLongerThanAnyVenueBans() {
        var told = new ArrayList<Duration>();
        var shutout = Shutout.ofBans();
        shutout.listen((lasting, isPause) -> told.add(lasting));
        shutout.ban(MINUTE, 0);
        shutout.ban(Duration.ofSeconds(30), 0);
        shutout.ban(Duration.ofDays(10_000), 0);
        assertThat(told).containsExactly(MINUTE, Duration.ofDays(3));
    }
}
