package org.nuancan.bench.load;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.config.SessionLimitPolicy;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.config.HttpPluginBuilder;
import io.hyperfoil.http.config.Protocol;
import io.hyperfoil.http.steps.HttpStepCatalog;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/// Tills that send requests to a service, simulated by Hyperfoil on one thread of this process, so
/// that the service can use the machine's other cores.
///
/// @param address of the service; plain HTTP
/// @param connections number of tills that send requests in parallel
public record Load(URI address, int connections) {

    private static final String NAME = "tills";
    private static final int THREADS = 1;
    private static final long NO_ANSWER_MS = Duration.ofMinutes(1).toMillis();

    /// Longer than the load, so that the last request is sent even if the timer is late.
    private static final long MARGIN_MS = 100;

    /// Every waiting request is a session of a few kilobytes.
    private static final int MOST_WAITING = 20_000;

    /// Closed loop: each till sends the next request as soon as it has an answer.
    public Played closed(Calls calls, Duration time) {
        var benchmark = benchmark();
        var phase = benchmark.addPhase(NAME).always(connections).duration(time.toMillis());
        return play(phase, new Play(calls, new Pace.Closed()));
    }

    /// Open loop: requests are due at a fixed rate, whether or not earlier ones have ended. A
    /// request waits if all tills are busy, and its latency includes the wait.
    ///
    /// @param perSecond number of requests due each second, in whole milliseconds
    public Played open(Calls calls, double perSecond, Duration time) {
        return open(calls, Pace.Open.at(perSecond, time), time, MOST_WAITING);
    }

    Played open(Calls calls, Pace.Open pace, Duration time, int mostWaiting) {
        var benchmark = benchmark();
        var phase =
                benchmark
                        .addPhase(NAME)
                        .constantRate(0)
                        .usersPerSec(pace.perSecond())
                        .variance(false)
                        .maxSessions((int) Math.min(mostWaiting, pace.planned()))
                        .sessionLimitPolicy(SessionLimitPolicy.CONTINUE)
                        .duration(time.toMillis() + MARGIN_MS);
        return play(phase, new Play(calls, pace));
    }

    private BenchmarkBuilder benchmark() {
        var benchmark = BenchmarkBuilder.builder().name(NAME).threads(THREADS);
        var plugin = benchmark.addPlugin(HttpPluginBuilder::new);
        var _ = plugin.ergonomics().repeatCookies(false).userAgentFromSession(false);
        var _ =
                plugin.http()
                        .protocol(Protocol.HTTP)
                        .host(address.getHost())
                        .port(address.getPort())
                        .allowHttp2(false)
                        .requestTimeout(NO_ANSWER_MS)
                        .sharedConnections(connections);
        return benchmark;
    }

    private Played play(PhaseBuilder<?> phase, Play play) {
        var scenario = phase.scenario().maxRequests(1).maxSequences(1);
        var sequence = scenario.initialSequence(NAME);
        var _ = sequence.step(play);
        var request = sequence.step(HttpStepCatalog.SC).httpRequest(HttpMethod.POST);
        var _ =
                request.path(session -> Play.of(session).call().path())
                        .body((session, _) ->
                                Unpooled.wrappedBuffer(Play.of(session).call().body()))
                        .headerAppender(Play::writeHeaders);
        var _ =
                request.handler()
                        .autoRangeCheck(false)
                        .stopOnInvalid(false)
                        .status(Play::status)
                        .onCompletion(play::completed);
        return run(phase.endPhase().build(), play);
    }

    private Played run(Benchmark benchmark, Play play) {
        reach();
        var waiting = new Waiting();
        new LocalSimulationRunner(benchmark, waiting, null, waiting).run();
        return play.played(waiting);
    }

    /// Hyperfoil itself continues without connections and reports this only in its log.
    private void reach() {
        try {
            new Socket(address.getHost(), address.getPort()).close();
        } catch (IOException exception) {
            throw new UncheckedIOException("nobody listens at " + address, exception);
        }
    }
}
