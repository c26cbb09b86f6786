package org.nuancan.live;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The stream in Redis over one connection; every call throws a `RedisException` while Redis is
/// away.
final class SalesStream implements AutoCloseable {

    private static final String KEY = "nuancan:sales";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BLOCK = Duration.ofMillis(500);

    /// How many of the last sales can be caught up with.
    static final int KEPT = 20_000;

    private static final int AT_ONCE = 500;

    private final StatefulRedisConnection<String, String> connection;
    private final RedisCommands<String, String> commands;

    SalesStream(RedisClient client) {
        connection = client.connect();
        connection.setTimeout(PATIENCE);
        commands = connection.sync();
    }

    void add(Sale sale) {
        var limits = XAddArgs.Builder.maxlen(KEPT).approximateTrimming();
        var _ = commands.xadd(KEY, limits, StreamEntry.fields(sale));
    }

    EventId last() {
        return commands.xrevrange(KEY, Range.unbounded(), Limit.create(0, 1)).stream()
                .findFirst()
                .flatMap(message -> EventId.read(message.getId()))
                .orElse(EventId.FIRST);
    }

    /// What came after `id`, waiting half a second for it if there is nothing yet.
    @SuppressWarnings("unchecked") // the driver's array of one offset
    Part next(EventId id) {
        var offset = XReadArgs.StreamOffset.from(KEY, id.toString());
        return part(id, commands.xread(XReadArgs.Builder.block(BLOCK).count(AT_ONCE), offset));
    }

    /// What came after `id` and not after `until`, the first of it.
    Part between(EventId id, EventId until) {
        var range =
                Range.from(
                        Range.Boundary.excluding(id.toString()),
                        Range.Boundary.including(until.toString()));
        return part(id, commands.xrange(KEY, range, Limit.create(0, AT_ONCE)));
    }

    /// Entries one after another.
    ///
    /// @param entries those that could be read
    /// @param last the place of the last entry, readable or not
    record Part(List<StreamEntry> entries, EventId last) {}

    private static Part part(
            EventId from, List<io.lettuce.core.StreamMessage<String, String>> messages) {
        var last =
                messages.isEmpty() ? from : EventId.read(messages.getLast().getId()).orElse(from);
        return new Part(
                messages.stream().map(StreamEntry::read).flatMap(Optional::stream).toList(), last);
    }

    @Override
    public void close() {
        connection.close();
    }
}
