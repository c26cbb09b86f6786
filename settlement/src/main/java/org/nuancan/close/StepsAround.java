package org.nuancan.close;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what other packages do before a day is closed and after. A step that fails by itself stops
/// neither the close nor the other steps.
@Singleton
final class StepsAround {

    private static final Logger LOG = LoggerFactory.getLogger(StepsAround.class);

    private final List<BeforeClose> before;
    private final List<AfterClose> afterwards;

    StepsAround(List<BeforeClose> before, List<AfterClose> afterwards) {
        this.before = List.copyOf(before);
        this.afterwards = List.copyOf(afterwards);
    }

    /// Brings a day to its end.
    ///
    /// @throws RuntimeException a failure that is everybody's
    void before(BusinessDay day) {
        for (var step : before) {
            run("before the close of " + day, () -> step.endOf(day)).ifPresent(StepsAround::fail);
        }
    }

    /// Does what comes after the close; each step is run.
    ///
    /// @throws RuntimeException the first failure that is everybody's
    void afterwards() {
        var failures =
                afterwards.stream()
                        .map(step -> run("after the close", step::closed))
                        .flatMap(Optional::stream)
                        .toList();
        failures.stream().findFirst().ifPresent(StepsAround::fail);
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    /// @return the failure, if it is everybody's
    private static Optional<RuntimeException> run(String when, Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (RuntimeException failure) {
            if (Trouble.isEverybodys(failure)) {
                return Optional.of(failure);
            }
            LOG.error("a step {} failed and is tried again by the next close", when, failure);
            return Optional.empty();
        }
    }
}
