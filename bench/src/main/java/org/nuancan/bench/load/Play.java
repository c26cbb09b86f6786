package org.nuancan.bench.load;

import io.hyperfoil.api.config.Step;
import io.hyperfoil.api.session.ResourceUtilizer;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.http.api.HttpRequest;
import io.hyperfoil.http.api.HttpRequestWriter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// The work of each session of Hyperfoil: it takes the next request and records the result. All of
/// it runs on the one thread of the load.
final class Play implements Step, ResourceUtilizer {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final int DIGITS = 3;
    private static final String IDEMPOTENCY_KEY = "idempotency-key";

    private final transient Calls calls;
    private final transient Pace pace;
    private final transient Histogram latencies = new Histogram(LONGEST_NANOS, DIGITS);
    private final transient Map<Integer, Long> statuses = new TreeMap<>();
    private long began;
    private long ended;
    private long begun;

    Play(Calls calls, Pace pace) {
        this.calls = calls;
        this.pace = pace;
    }

    @Override
    public void reserve(Session session) {
        session.declareResource(PendingRequest.KEY, PendingRequest::new, true);
    }

    @Override
    public boolean invoke(Session session) {
        if (!pace.has(begun)) {
            session.stop();
            return false;
        }
        var now = System.nanoTime();
        if (begun == 0) {
            began = now;
        }
        of(session).begin(calls.next(), pace.since(begun++, began, now));
        return true;
    }

    static PendingRequest of(Session session) {
        return session.getResource(PendingRequest.KEY);
    }

    static void writeHeaders(Session session, HttpRequestWriter writer) {
        var call = of(session).call();
        writer.putHeader(HttpHeaderNames.AUTHORIZATION, call.authorization());
        writer.putHeader(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        writer.putHeader(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON);
        writer.putHeader(IDEMPOTENCY_KEY, call.key());
    }

    static void status(HttpRequest request, int status) {
        of(request.session).answer(status);
    }

    /// Records a complete answer, or that none will come.
    void completed(Session session) {
        var request = of(session);
        ended = System.nanoTime();
        if (session.currentRequest().isValid() && request.status() != 0) {
            latencies.recordValue(Math.min(LONGEST_NANOS, ended - request.since()));
            statuses.merge(request.status(), 1L, Long::sum);
        } else {
            statuses.merge(0, 1L, Long::sum);
        }
    }

    /// The result, once the load has ended.
    Played played(Waiting waiting) {
        var noAnswer = begun - statuses.values().stream().mapToLong(Long::longValue).sum();
        if (noAnswer > 0) {
            statuses.merge(0, noAnswer, Long::sum);
        }
        return new Played(
                ended - began, latencies, Map.copyOf(statuses), waiting.waits(pace.missing(begun)));
    }
}
