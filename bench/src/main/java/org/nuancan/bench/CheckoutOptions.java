package org.nuancan.bench;

import java.time.Duration;
import java.util.Set;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.CityDatabase;

/// The options of the measurement of checkouts.
///
/// @param jdbc a MySQL or MariaDB server, ending with a slash; user root without a password
/// @param schema of the city
/// @param fresh whether to create the city anew
/// @param connections number of connections of the closed loop
/// @param time duration of each measurement
/// @param warm duration of the warm-up of each server
/// @param stored number of stored orders for a second measurement of this design; 0 for none
/// @param baselines to measure: `textbook`, `floor`
record CheckoutOptions(
        String jdbc,
        String schema,
        boolean fresh,
        int connections,
        Duration time,
        Duration warm,
        long stored,
        Set<String> baselines) {

    private static final int TRIALS = 8;
    private static final int FOR_THE_SCENARIO = 5_000;

    CityDatabase database() {
        return new CityDatabase(jdbc, schema, "root", "");
    }

    boolean plays(String baseline) {
        return baselines.contains(baseline);
    }

    /// The duration of trials.
    Duration trial() {
        return time.dividedBy(TRIALS);
    }

    /// The number of the lunch at which the scenario begins; loads end before it, so that the two
    /// never use the same elders.
    static long scenario() {
        return (long) City.WHOLE.elders() - FOR_THE_SCENARIO;
    }
}
