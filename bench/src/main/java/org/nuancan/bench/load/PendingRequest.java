package org.nuancan.bench.load;

import io.hyperfoil.api.session.Session;
import org.jspecify.annotations.Nullable;

/// The current request of a session.
final class PendingRequest implements Session.Resource {

    static final Session.ResourceKey<PendingRequest> KEY = new Session.ResourceKey<>() {};

    private @Nullable Call call;
    private long since;
    private int status;

    void begin(Call next, long at) {
        call = next;
        since = at;
        status = 0;
    }

    Call call() {
        if (call == null) {
            throw new IllegalStateException("a session took no request");
        }
        return call;
    }

    /// The instant from which the latency counts ([System#nanoTime]).
    long since() {
        return since;
    }

    /// Sets the status of the answer, before the answer is complete.
    void answer(int answered) {
        status = answered;
    }

    /// The answer's HTTP status; 0 if no answer came.
    int status() {
        return status;
    }
}
