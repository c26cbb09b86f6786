package org.nuancan.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nuancan.event.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// One open page: what concerns it, and how far it has heard.
///
/// A page that takes nothing for so long that its queue is full is closed; it comes back and says
/// what it saw last.
final class Listener {

    private static final int QUEUE = EventStore.KEPT + 1000;

    private final Predicate<Event> concerns;
    private final BooleanSupplier stillIn;
    private final Sinks.Many<String> sink;
    private @Nullable EventId heard;
    private boolean gone;

    /// @param stillIn whether its caller is still let in
    /// @param heard what the page saw last; null if it starts now
    Listener(Predicate<Event> concerns, BooleanSupplier stillIn, @Nullable EventId heard) {
        this.concerns = concerns;
        this.stillIn = stillIn;
        this.heard = heard;
        this.sink = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(QUEUE));
    }

    /// What goes over the line, frame by frame.
    Flux<String> frames() {
        return sink.asFlux().doFinally(_ -> leave());
    }

    /// From where the page has to catch up; null if it need not.
    synchronized @Nullable EventId heard() {
        return heard;
    }

    /// Tells an event if it concerns the page and is news to it.
    synchronized void tell(StreamEntry entry, String frame) {
        var last = heard;
        if (last != null && !entry.id().isAfter(last)) {
            return;
        }
        if (concerns.test(entry.event())) {
            send(frame);
        }
    }

    /// The page has heard everything up to here.
    synchronized void heardUntil(EventId id) {
        heard = id;
    }

    /// Sends a line that pages pass over, so that nobody on the way takes the connection for dead.
    synchronized void comment() {
        send(": nuancan\n\n");
    }

    /// Ends the page if its caller is no longer let in.
    ///
    /// @param comments whether the others are sent a comment
    void check(boolean comments) {
        if (!stillIn.getAsBoolean()) {
            end();
        } else if (comments) {
            comment();
        }
    }

    private void send(String frame) {
        if (sink.tryEmitNext(frame).isFailure()) {
            end();
        }
    }

    /// Closes the connection; the page comes back by itself.
    synchronized void end() {
        gone = true;
        var _ = sink.tryEmitComplete();
    }

    synchronized boolean isGone() {
        return gone;
    }

    private synchronized void leave() {
        gone = true;
    }
}
