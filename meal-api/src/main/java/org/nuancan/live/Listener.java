package org.nuancan.live;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nuancan.event.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// One open page: its filter for events, and the last event that it was sent.
///
/// A page that does not read until its queue is full is closed; it connects again and sends the
/// last id that it saw.
final class Listener {

    private static final int QUEUE = EventStore.KEPT + 1000;

    /// The frame for events that may be missing between the last one the page saw and the next one.
    private static final String MISSED = "event: events.missed\ndata: {}\n\n";

    /// Rounds of [#check] within which a page must have been read.
    private static final int ROUNDS_UNREAD = 5;

    private final String caller;
    private final Predicate<Event> concerns;
    private final BooleanSupplier stillIn;
    private final Sinks.Many<String> sink;
    private @Nullable EventId lastEvent;
    private boolean read;
    private int roundsUnread;
    private boolean gone;

    /// @param caller the user's name
    /// @param concerns the filter of the page's events
    /// @param stillIn whether its caller is still signed in
    /// @param lastEvent the last event that the page saw; null if it starts now
    Listener(
            String caller,
            Predicate<Event> concerns,
            BooleanSupplier stillIn,
            @Nullable EventId lastEvent) {
        this.caller = caller;
        this.concerns = concerns;
        this.stillIn = stillIn;
        this.lastEvent = lastEvent;
        this.sink = Sinks.many().unicast().onBackpressureBuffer(new LinkedBlockingQueue<>(QUEUE));
    }

    /// The text sent to the page, frame by frame.
    Flux<String> frames() {
        return sink.asFlux().doOnSubscribe(_ -> begin()).doFinally(_ -> leave());
    }

    private synchronized void begin() {
        read = true;
    }

    /// Whether the page is open and belongs to this caller.
    synchronized boolean isOpenOf(String username) {
        return !gone && caller.equals(username);
    }

    /// The event after which the page has to catch up; null if it need not.
    synchronized @Nullable EventId heard() {
        return lastEvent;
    }

    /// Sends an event if it passes the page's filter and is new to the page.
    synchronized void tell(StreamEntry entry, String frame) {
        var last = lastEvent;
        if (last != null && !entry.id().isAfter(last)) {
            return;
        }
        if (concerns.test(entry.event())) {
            send(frame);
        }
    }

    /// Records that all events up to this one were sent.
    synchronized void heardUntil(EventId id) {
        lastEvent = id;
    }

    /// Sends the frame for missed events, and continues after this event.
    synchronized void missedUntil(EventId id) {
        send(MISSED);
        lastEvent = id;
    }

    /// Sends a line that pages ignore, so that no proxy closes the connection as inactive.
    synchronized void comment() {
        send(": nuancan\n\n");
    }

    /// Ends the page if its caller is no longer signed in, or if no frame was ever read: then the
    /// connection was lost before the answer began.
    ///
    /// @param comments whether to send a comment to a page that stays open
    void check(boolean comments) {
        if (isUnread() || !stillIn.getAsBoolean()) {
            end();
        } else if (comments) {
            comment();
        }
    }

    private synchronized boolean isUnread() {
        roundsUnread++;
        return !read && roundsUnread > ROUNDS_UNREAD;
    }

    private void send(String frame) {
        if (sink.tryEmitNext(frame).isFailure()) {
            end();
        }
    }

    /// Closes the connection; the page connects again by itself.
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
