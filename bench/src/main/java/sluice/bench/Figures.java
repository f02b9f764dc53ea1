package sluice.bench;

import java.math.BigDecimal;
import java.math.MathContext;

/** Prints what was measured, one line of JSON a figure. */
public final class Figures {

    private Figures() {}

    public static void print(String bench, String metric, double value) {
        var rounded = new BigDecimal(value).round(new MathContext(4));
        System.out.println("{\"bench\":\"" + bench + "\",\"metric\":\"" + metric + "\",\"value\":"
                + rounded.toPlainString() + "}");
        System.out.flush();
    }
}
