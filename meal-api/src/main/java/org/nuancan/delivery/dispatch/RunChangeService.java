package org.nuancan.delivery.dispatch;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.nuancan.access.Caller;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.RunEvents;
import org.nuancan.delivery.RunMapper;
import org.nuancan.delivery.RunState;
import org.nuancan.delivery.RunStore;
import org.nuancan.event.EventType;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;

/// Operations of dispatchers on whole runs: giving one to another rider, cancelling one.
@Singleton
class RunChangeService {

    private final RunStore rows;
    private final Loading loading;
    private final RunMapper mapper;
    private final RunEvents events;
    private final Clock clock;

    RunChangeService(
            RunStore rows, Loading loading, RunMapper mapper, RunEvents events, Clock clock) {
        this.rows = rows;
        this.loading = loading;
        this.mapper = mapper;
        this.events = events;
        this.clock = clock;
    }

    /// Gives a run to another rider, as long as an order of it is to be delivered. The rider before
    /// can still report what happened until now.
    ///
    /// @throws ProblemException `NOT_FOUND`, `RIDER_UNKNOWN`, `UNUSABLE` for a run that has ended
    @Transactional
    RunAnswer reassign(Id runId, String rider, Caller caller) {
        loading.mustRide(rider, caller);
        var run = own(runId, caller);
        if (!run.state().isOpen()) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        if (run.rider().equals(rider)) {
            return mapper.of(run);
        }
        var now = clock.instant();
        rows.reassign(run, rider, now, caller.username());
        var changed = rows.find(run.runId()).orElseThrow();
        // Each event reaches the rider that its run names.
        events.tell(EventType.RUN_CHANGED, run, now);
        events.tell(EventType.RUN_CHANGED, changed, now);
        return mapper.of(changed);
    }

    /// Cancels a run that has not left: its orders are on no run any more. Repeated, it changes
    /// nothing.
    ///
    /// @throws ProblemException `NOT_FOUND`, `UNUSABLE` for a run that has left or ended
    @Transactional
    RunAnswer cancel(Id runId, Caller caller) {
        var run = own(runId, caller);
        if (run.state() == RunState.CANCELLED) {
            return mapper.of(run);
        }
        if (run.state() != RunState.PLANNED) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        var now = clock.instant();
        rows.cancel(run, now);
        events.tell(EventType.RUN_CANCELLED, run, now);
        return mapper.of(rows.find(run.runId()).orElseThrow());
    }

    /// The run, locked. A kitchen can see the runs of other carriers but cannot change them.
    private Run own(Id runId, Caller caller) {
        return rows.lock(runId.value())
                .filter(found -> found.parties().carrierId() == Loading.carrier(caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
