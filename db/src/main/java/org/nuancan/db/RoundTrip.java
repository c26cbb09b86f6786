package org.nuancan.db;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Statements that are sent to the database together, in their order, and answered together. For
/// many statements most of the time is network latency.
///
/// The driver sends them as one text if its `allowMultiQueries` is on, as in the pool of checkouts;
/// otherwise it sends each separately, with the same results. Values are bound as parameters, as in
/// any other statement. If a statement fails, those after it are not executed, and the transaction
/// has to be rolled back.
///
/// ```java
/// var trip = RoundTrip.on(connection);
/// var elders = trip.ask(Sql.on(connection, "select … for update").with(id), Seat::read);
/// orders.write(trip);
/// trip.go();
/// use(elders.get());
/// ```
public final class RoundTrip {

    /// The result of a statement, available after the round trip.
    @FunctionalInterface
    public interface Later<T> {

        /// @throws IllegalStateException before the round trip
        /// @throws SQLException as the driver throws it, if more has to be read for it
        T get() throws SQLException;
    }

    /// The rows that a query finds.
    private static final class Answer<T> implements Later<List<T>> {

        private Optional<List<T>> rows = Optional.empty();

        @Override
        public List<T> get() {
            return rows.orElseThrow(
                    () -> new IllegalStateException("the round trip has not been made yet"));
        }
    }

    /// Adds statements to a round trip.
    @FunctionalInterface
    public interface Filling {

        /// @throws SQLException as the driver throws it, if something is queried first
        void fill(RoundTrip trip) throws SQLException;
    }

    /// Handles the answer to a statement.
    @FunctionalInterface
    private interface Handler {

        void handle(PreparedStatement statement, boolean isQuery) throws SQLException;
    }

    /// A statement with its values and the handler of its answer.
    private record Part(String text, List<@Nullable Object> values, Handler handler) {}

    private final Connection connection;
    private final List<Part> parts = new ArrayList<>();

    private RoundTrip(Connection connection) {
        this.connection = connection;
    }

    /// An empty round trip.
    public static RoundTrip on(Connection connection) {
        return new RoundTrip(connection);
    }

    /// Sends the statements that `filling` adds in one round trip.
    ///
    /// @throws SQLException of the first statement that fails
    public static void make(Connection connection, Filling filling) throws SQLException {
        var trip = on(connection);
        filling.fill(trip);
        trip.go();
    }

    /// The connection, for queries that have to run before the round trip.
    public Connection connection() {
        return connection;
    }

    /// Adds a query.
    ///
    /// @return all its rows
    public <T> Later<List<T>> ask(Sql query, Row.Reader<T> reader) {
        var answer = new Answer<T>();
        add(
                query.whole(),
                query.values(),
                (statement, isQuery) -> {
                    if (!isQuery) {
                        throw new IllegalStateException("no query: " + query.whole());
                    }
                    answer.rows = Optional.of(rows(statement, reader));
                });
        return answer;
    }

    private static <T> List<T> rows(PreparedStatement statement, Row.Reader<T> reader)
            throws SQLException {
        try (var results = statement.getResultSet()) {
            return Row.all(results, reader);
        }
    }

    /// The number of rows that a change changed.
    private static final class Counted implements Later<Integer> {

        private Optional<Integer> rows = Optional.empty();

        @Override
        public Integer get() {
            return rows.orElseThrow(
                    () -> new IllegalStateException("the round trip has not been made yet"));
        }
    }

    /// Adds an insert, update or delete.
    ///
    /// @return how many rows it changes
    public Later<Integer> count(Sql change) {
        var counted = new Counted();
        add(
                change.whole(),
                change.values(),
                (statement, _) -> counted.rows = Optional.of(statement.getUpdateCount()));
        return counted;
    }

    /// Adds an insert, update or delete.
    public void run(Sql change) {
        add(change.whole(), change.values());
    }

    void add(String statement, List<@Nullable Object> values) {
        add(statement, values, (_, _) -> {});
    }

    private void add(String statement, List<@Nullable Object> values, Handler handler) {
        parts.add(new Part(statement, values, handler));
    }

    /// Sends the statements; without statements nothing is sent.
    ///
    /// @throws SQLException of the first statement that fails
    public void go() throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        if (parts.size() > 1 && acceptsSeveralStatements(connection)) {
            send(parts);
        } else {
            for (var part : parts) {
                send(List.of(part));
            }
        }
        parts.clear();
    }

    /// Whether the driver sends several statements in one text.
    private static boolean acceptsSeveralStatements(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                && connection
                        .unwrap(JdbcConnection.class)
                        .getPropertySet()
                        .getBooleanProperty(PropertyKey.allowMultiQueries)
                        .getValue();
    }

    private void send(List<Part> together) throws SQLException {
        var text = together.stream().map(Part::text).collect(Collectors.joining(";\n"));
        try (var statement = connection.prepareStatement(text)) {
            var position = 1;
            for (var part : together) {
                for (var value : part.values()) {
                    Columns.set(statement, position++, value);
                }
            }
            var isQuery = statement.execute();
            for (var part : together) {
                part.handler().handle(statement, isQuery);
                isQuery = statement.getMoreResults();
            }
        }
    }
}
