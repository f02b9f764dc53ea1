package sluice.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RollTest {

    private final Roll<String> roll = new Roll<>();

    @Test
    void aPictureStaysAsItWasWhileTheRollGoesOn() {
        var random = new Random(5);
        var expected = new ArrayList<String>();
        var pictures = new ArrayList<List<String>>();
        var copies = new ArrayList<List<String>>();
        for (int i = 0; i < 2_000; i++) {
            if (expected.isEmpty() || random.nextInt(3) > 0) {
                expected.add("added " + i);
                roll.add("added " + i);
            } else {
                int place = random.nextInt(expected.size());
                expected.set(place, "changed " + i);
                roll.set(place, "changed " + i);
            }
            if (random.nextInt(10) == 0) {
                pictures.add(roll.picture());
                copies.add(List.copyOf(expected));
            }
        }
        assertThat(pictures).isEqualTo(copies);
        assertThat(roll.picture()).isEqualTo(expected);
    }

    @Test
    void nothingChangedIsTheSamePicture() {
        roll.add("one");
        assertThat(roll.picture()).isSameAs(roll.picture());
    }

    @Test
    void aPictureEndsWhereItsListDoes() {
        roll.add("one");
        assertThatThrownBy(() -> roll.picture().get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
