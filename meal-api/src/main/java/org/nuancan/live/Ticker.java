package org.nuancan.live;

import io.lettuce.core.RedisException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuancan.event.Event;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.redis.Redis;

/// Reads the stream once for this node and sends its events to every page that is open here.
///
/// A single thread moves the read position, lets pages catch up and sends them new events. So no
/// page misses an event or gets one twice.
@Singleton
final class Ticker {

    private static final long ROUND_MS = 2000;
    private static final int ROUNDS_TO_A_COMMENT = 10;
    private static final long PAUSE_MS = 500;
    private static final long PATIENCE_MS = 1000;

    /// Pages that a caller may have open at a node.
    private static final int MOST_OF_A_CALLER = 10;

    /// Pages that may be open at a node.
    private static final int MOST = 2000;

    private final Redis redis;
    private final List<Listener> arriving = new CopyOnWriteArrayList<>();
    private final List<Listener> listening = new CopyOnWriteArrayList<>();
    private final CountDownLatch placed = new CountDownLatch(1);
    private @Nullable EventId read;
    private volatile @Nullable Thread reading;
    private volatile @Nullable Thread rounds;

    Ticker(Redis redis) {
        this.redis = redis;
    }

    /// Opens a page.
    ///
    /// @param caller the user's name
    /// @param concerns the filter of the page's events
    /// @param stillIn whether its caller is still signed in
    /// @param lastEvent the last event that the page saw; null if it starts now
    /// @throws ProblemException `STREAM_LIMIT` if the caller has too many pages open, `BUSY` if the
    ///   node has
    Listener open(
            String caller,
            Predicate<Event> concerns,
            BooleanSupplier stillIn,
            @Nullable EventId lastEvent)
            throws InterruptedException {
        requireRoom(caller);
        start();
        // Wait for the first read position, so that the page gets every event after its opening.
        // Without Redis the page opens all the same.
        var _ = placed.await(PATIENCE_MS, TimeUnit.MILLISECONDS);
        var listener = new Listener(caller, concerns, stillIn, lastEvent);
        listener.comment();
        add(listener, caller);
        return listener;
    }

    private synchronized void add(Listener listener, String caller) {
        requireRoom(caller);
        (listener.heard() == null ? listening : arriving).add(listener);
    }

    private void requireRoom(String caller) {
        if (listening.size() + arriving.size() >= MOST) {
            throw ProblemException.of(ProblemCode.BUSY);
        }
        if (openOf(caller) >= MOST_OF_A_CALLER) {
            throw ProblemException.of(ProblemCode.STREAM_LIMIT);
        }
    }

    /// How many pages a caller has open here.
    long openOf(String caller) {
        return Stream.concat(listening.stream(), arriving.stream())
                .filter(page -> page.isOpenOf(caller))
                .count();
    }

    private synchronized void start() {
        if (reading == null) {
            reading = Thread.ofVirtual().name("event-ticker").start(this::readAll);
            rounds = Thread.ofVirtual().name("event-rounds").start(this::goRound);
        }
    }

    private void readAll() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var stream = new EventStore(redis)) {
                readFrom(stream);
            } catch (RedisException _) {
                pause(PAUSE_MS);
            }
        }
    }

    private void readFrom(EventStore stream) {
        startOver(stream);
        while (!Thread.currentThread().isInterrupted()) {
            var from = read;
            if (from == null) {
                from = stream.last();
                read = from;
                placed.countDown();
            }
            for (var page : arriving) {
                catchUp(stream, page, from);
            }
            var part = stream.next(from);
            for (var entry : part.entries()) {
                var frame = frame(entry);
                listening.forEach(page -> page.tell(entry, frame));
            }
            read = part.last();
            listening.removeIf(Listener::isGone);
        }
    }

    /// Starts again at the end of another stream than the one read before: Redis restarted without
    /// it, or with an older copy.
    private void startOver(EventStore stream) {
        var before = read;
        var last = stream.last();
        if (before == null || !before.isAfter(last)) {
            return;
        }
        read = last;
        for (var page : listening) {
            if (last.equals(EventId.FIRST)) {
                page.heardUntil(last);
            } else {
                page.missedUntil(last);
            }
        }
    }

    private void catchUp(EventStore stream, Listener page, EventId until) {
        var seen = page.heard();
        if (seen != null && !seen.equals(until) && !stream.holds(seen)) {
            page.missedUntil(seen.isAfter(until) ? until : seen);
        }
        for (var from = page.heard(); from != null && until.isAfter(from); ) {
            var part = stream.between(from, until);
            part.entries().forEach(entry -> page.tell(entry, frame(entry)));
            from = part.last().equals(from) ? until : part.last();
            page.heardUntil(from);
        }
        arriving.remove(page);
        listening.add(page);
    }

    private static String frame(StreamEntry entry) {
        var event = entry.event();
        return "id: %s\nevent: %s\ndata: %s\n\n"
                .formatted(entry.id(), event.type().wireName(), event.content());
    }

    /// Every 2 seconds ends pages whose caller is no longer signed in; every 20 seconds sends a
    /// comment to all other pages.
    private void goRound() {
        for (var round = 1; !Thread.currentThread().isInterrupted(); round++) {
            pause(ROUND_MS);
            var comments = round % ROUNDS_TO_A_COMMENT == 0;
            for (var pages : List.of(listening, arriving)) {
                pages.forEach(page -> page.check(comments));
                pages.removeIf(Listener::isGone);
            }
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        for (var thread : new @Nullable Thread[] {reading, rounds}) {
            if (thread != null) {
                thread.interrupt();
            }
        }
        listening.forEach(Listener::end);
        arriving.forEach(Listener::end);
    }
}
