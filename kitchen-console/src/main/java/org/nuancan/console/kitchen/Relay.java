package org.nuancan.console.kitchen;

import io.micronaut.http.sse.Event;
import java.util.Optional;
import java.util.function.Function;
import org.nuancan.console.api.LiveEvent;
import org.nuancan.console.api.LiveEvents;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// Passes a live stream on while the page is open, each on a virtual thread of its own.
///
/// A listener that reads nothing for long loses its oldest events: the sums on the page are
/// fetched, not counted.
final class Relay {

    private Relay() {}

    static Publisher<Event<String>> of(
            LiveEvents events, Function<LiveEvent, Optional<Event<String>>> turn) {
        return Flux.create(
                sink -> {
                    sink.onDispose(events::close);
                    var _ =
                            Thread.ofVirtual()
                                    .name("live-relay")
                                    .start(() -> passOn(events, turn, sink));
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    private static void passOn(
            LiveEvents events,
            Function<LiveEvent, Optional<Event<String>>> turn,
            FluxSink<Event<String>> sink) {
        try {
            for (var event = events.next();
                    event.isPresent() && !sink.isCancelled();
                    event = events.next()) {
                turn.apply(event.get()).ifPresent(sink::next);
            }
            sink.complete();
        } catch (RuntimeException defect) {
            sink.error(defect);
        }
    }
}
