package org.nuancan.bench.load;

import io.hyperfoil.api.config.Phase;
import io.hyperfoil.api.statistics.StatisticsSnapshot;
import io.hyperfoil.core.impl.ConnectionStatsConsumer;
import io.hyperfoil.core.impl.statistics.StatisticsCollector;
import io.hyperfoil.core.util.CountDown;

/// Receives Hyperfoil's own counts of requests that waited for a connection.
final class Waiting implements StatisticsCollector.StatisticsConsumer, ConnectionStatsConsumer {

    private static final String BLOCKED = "blocked sessions";

    private long nanos;
    private int most;

    @Override
    public void accept(
            Phase phase, int step, String metric, StatisticsSnapshot counted, CountDown done) {
        nanos += counted.blockedTime;
    }

    @Override
    public void accept(String authority, String what, int least, int greatest) {
        if (what.equals(BLOCKED)) {
            most = Math.max(most, greatest);
        }
    }

    Waits waits(long unsent) {
        return new Waits(unsent, most, nanos);
    }
}
