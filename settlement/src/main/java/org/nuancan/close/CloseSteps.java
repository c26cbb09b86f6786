package org.nuancan.close;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.parked.Trouble;
import org.nuancan.day.BusinessDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the steps of other packages before and after the close of a day. A step that fails stops
/// neither the close nor the other steps, unless its failure affects all providers.
@Singleton
final class CloseSteps {

    private static final Logger LOG = LoggerFactory.getLogger(CloseSteps.class);

    private final List<BeforeClose> before;
    private final List<AfterClose> afterwards;

    CloseSteps(List<BeforeClose> before, List<AfterClose> afterwards) {
        this.before = List.copyOf(before);
        this.afterwards = List.copyOf(afterwards);
    }

    /// Runs the steps before the close of a day.
    ///
    /// @throws RuntimeException a failure that affects all providers
    void before(BusinessDay day) {
        for (var step : before) {
            run("before the close of " + day, () -> step.endOf(day)).ifPresent(CloseSteps::fail);
        }
    }

    /// Runs every step after the close.
    ///
    /// @throws RuntimeException the first failure that affects all providers
    void afterwards() {
        var failures =
                afterwards.stream()
                        .map(step -> run("after the close", step::closed))
                        .flatMap(Optional::stream)
                        .toList();
        failures.stream().findFirst().ifPresent(CloseSteps::fail);
    }

    private static void fail(RuntimeException failure) {
        throw failure;
    }

    /// @return the failure, if it affects all providers
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
