package sluice.bench.desk;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import sluice.bench.Figures;

/** Processor time of the threads on an order's way, which a busy machine distorts less than it does the clock. */
final class Spent {

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<String, long[]> before = now();

    private Map<String, long[]> now() {
        var spent = new HashMap<String, long[]>();
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            var name = info.getThreadName().startsWith("binance-net") ? "net" : info.getThreadName();
            var sum = spent.computeIfAbsent(name, any -> new long[2]);
            sum[0] += Math.max(0, threads.getThreadCpuTime(info.getThreadId()));
            sum[1] += Math.max(0, threads.getThreadAllocatedBytes(info.getThreadId()));
        }
        return spent;
    }

    void report(String bench, int orders) {
        var after = now();
        for (var name : new String[] {"desk", "net"}) {
            var from = before.getOrDefault(name, new long[2]);
            var to = after.getOrDefault(name, new long[2]);
            Figures.print(bench + "." + name, "cpu_us", (to[0] - from[0]) / 1e3 / orders);
            Figures.print(bench + "." + name, "bytes", (double) (to[1] - from[1]) / orders);
        }
    }
}
