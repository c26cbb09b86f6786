package org.nuancan.standalone;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// The duration of each step of a start, for the log and for `./nuancan bench start`.
final class Steps {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final List<String> done = new ArrayList<>();
    private long since = System.nanoTime();

    /// Begins; the first step is the time that the virtual machine has run so far.
    Steps() {
        done.add("jvm " + ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /// Ends a step and begins the next one.
    void done(String step) {
        var now = System.nanoTime();
        done.add(step + " " + (now - since) / NANOS_A_MILLI);
        since = now;
    }

    /// All steps in order, each with its milliseconds: `jvm 310, database 6100, …`.
    @Override
    public String toString() {
        return String.join(", ", done);
    }
}
