package org.nuancan.bench;

import java.time.Duration;
import java.util.Set;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.CityDatabase;

/// How checkouts are measured.
///
/// @param jdbc a MySQL or MariaDB server, ending with a slash; user root without a password
/// @param schema that holds the city
/// @param fresh whether to make the city anew
/// @param connections of the closed loop
/// @param time of each measurement
/// @param warm of each server before it is measured
/// @param stored how many orders this design is measured with once more; 0 for not
/// @param baselines which are played: `textbook`, `floor`
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

    /// Of what is only tried out.
    Duration trial() {
        return time.dividedBy(TRIALS);
    }

    /// The number of the lunch at which the scenario begins; loads end before it, so that neither
    /// meets the elders of the other.
    static long scenario() {
        return (long) City.WHOLE.elders() - FOR_THE_SCENARIO;
    }
}
