package org.nuancan.live;

import java.util.concurrent.LinkedBlockingQueue;
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

    /// Says that events may be missing between what the page saw last and what follows.
    private static final String MISSED = "event: events.missed\ndata: {}\n\n";

    /// Rounds of [#check] within which a page has to be read from.
    private static final int ROUNDS_UNREAD = 5;

    private final String caller;
    private final Predicate<Event> concerns;
    private final BooleanSupplier stillIn;
    private final Sinks.Many<String> sink;
    private @Nullable EventId heard;
    private boolean read;
    private int roundsUnread;
    private boolean gone;

    /// @param caller the user's name
    /// @param concerns which events it is told
    /// @param stillIn whether its caller is still let in
    /// @param heard what the page saw last; null if it starts now
    Listener(
            String caller,
            Predicate<Event> concerns,
            BooleanSupplier stillIn,
            @Nullable EventId heard) {
        this.caller = caller;
        this.concerns = concerns;
        this.stillIn = stillIn;
        this.heard = heard;
        this.sink = Sinks.many().unicast().onBackpressureBuffer(new LinkedBlockingQueue<>(QUEUE));
    }

    /// What goes over the line, frame by frame.
    Flux<String> frames() {
        return sink.asFlux().doOnSubscribe(_ -> begin()).doFinally(_ -> leave());
    }

    private synchronized void begin() {
        read = true;
    }

    /// Whether it is open and of this caller.
    synchronized boolean isOpenOf(String username) {
        return !gone && caller.equals(username);
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

    /// Tells the page that it may have missed events, and goes on from here.
    synchronized void missedUntil(EventId id) {
        send(MISSED);
        heard = id;
    }

    /// Sends a line that pages pass over, so that nobody on the way takes the connection for dead.
    synchronized void comment() {
        send(": nuancan\n\n");
    }

    /// Ends the page if its caller is no longer let in, or if nothing ever read from it: then its
    /// connection went before the answer began.
    ///
    /// @param comments whether the others are sent a comment
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
