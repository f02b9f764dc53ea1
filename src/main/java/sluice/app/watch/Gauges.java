package sluice.app.watch;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gauges as they are collected, each with what tells its values apart. Confined to one thread. */
final class Gauges {

    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();

    /** @param labels names and values in turn */
    Gauges put(String name, String help, double value, String... labels) {
        gauges.computeIfAbsent(
                        name,
                        first -> GaugeSnapshot.builder().name("sluice_" + name).help(help))
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .value(value)
                        .labels(Labels.of(labels))
                        .build());
        return this;
    }

    MetricSnapshots all() {
        List<MetricSnapshot> built = new ArrayList<>();
        gauges.values().forEach(gauge -> built.add(gauge.build()));
        return new MetricSnapshots(built);
    }
}
