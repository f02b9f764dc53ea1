package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "60013.65192983105, 60013.652",
        "59998.31058000, 59998.311",
        "1311653.0069789576513, 1311653.01",
        "123456789012.3456, 123456789012.35",
        "2999.86, 2999.86",
        "0.000012345678912, 0.000012345679",
        "0.00010000, 0.0001",
        "-637412.5832820072, -637412.58",
        "100, 100",
        "0.000, 0"
    })
    void numbersAreShownToEightDigitsAndNeverLessThanToTheCent(BigDecimal value, String shown) {
        assertThat(Figures.readable(value)).isEqualTo(shown);
    }
}
