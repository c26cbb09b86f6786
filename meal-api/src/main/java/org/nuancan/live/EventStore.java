package org.nuancan.live;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.event.Outbox.Due;
import org.nuancan.redis.Redis;

/// Reads and writes the stream in Redis over one connection. Every call throws a `RedisException`
/// while Redis is away.
final class EventStore implements AutoCloseable {

    private static final String KEY = "nuancan:events";
    private static final String ONCE = "nuancan:told:";

    /// How long the store remembers that an event was added: longer than a database is away.
    private static final String ONCE_FOR_S = "172800";

    private static final String ADD_ONCE =
            """
            local at = 3
            for key = 2, #KEYS do
                local size = tonumber(ARGV[at])
                if redis.call('set', KEYS[key], '1', 'NX', 'EX', ARGV[1]) then
                    redis.call('xadd', KEYS[1], 'MAXLEN', '~', ARGV[2], '*',
                               unpack(ARGV, at + 1, at + size))
                end
                at = at + 1 + size
            end
            return #KEYS
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BLOCK = Duration.ofMillis(500);

    /// How many of the last events are kept for pages that catch up.
    static final int KEPT = 20_000;

    private static final int AT_ONCE = 500;

    private final StatefulRedisConnection<String, String> connection;
    private final RedisCommands<String, String> commands;

    EventStore(Redis redis) {
        connection = redis.open(PATIENCE);
        commands = connection.sync();
    }

    /// Adds events in one step, each only once even if this is called again: the process may have
    /// died before it recorded that the events were added.
    void addOnce(List<Due> events) {
        var keys = new ArrayList<String>(List.of(KEY));
        var values = new ArrayList<String>(List.of(ONCE_FOR_S, Integer.toString(KEPT)));
        for (var due : events) {
            keys.add(ONCE + due.eventId());
            var fields = StreamEntry.fields(due.event());
            values.add(Integer.toString(2 * fields.size()));
            fields.forEach((name, value) -> {
                values.add(name);
                values.add(value);
            });
        }
        Long added =
                commands.eval(
                        ADD_ONCE,
                        ScriptOutputType.INTEGER,
                        keys.toArray(String[]::new),
                        values.toArray(String[]::new));
        if (added == null) {
            throw new RedisException("the script did not answer");
        }
    }

    EventId last() {
        return commands.xrevrange(KEY, Range.unbounded(), Limit.create(0, 1)).stream()
                .findFirst()
                .flatMap(message -> EventId.read(message.getId()))
                .orElse(EventId.FIRST);
    }

    /// Whether an entry with this id is kept; all later entries are then kept as well.
    boolean holds(EventId id) {
        var range = Range.create(id.toString(), id.toString());
        return !commands.xrange(KEY, range, Limit.create(0, 1)).isEmpty();
    }

    /// The entries after `id`; waits half a second for one if there is none yet.
    @SuppressWarnings("unchecked") // the driver's array of one offset
    Part next(EventId id) {
        var offset = XReadArgs.StreamOffset.from(KEY, id.toString());
        return part(id, commands.xread(XReadArgs.Builder.block(BLOCK).count(AT_ONCE), offset));
    }

    /// The first entries after `id`, up to and including `until`.
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
