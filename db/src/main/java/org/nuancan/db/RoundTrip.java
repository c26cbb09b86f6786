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

/// Statements that go to the database together, in their order, and are answered together: where
/// many are to be made, most of the time is the way there and back.
///
/// The driver sends them as one text where its `allowMultiQueries` is on, as in the pool of
/// checkouts; elsewhere each is sent by itself, with the same results. Values are apart from the
/// text by marks, as in any other statement. If one fails, those after it are not made, and the
/// transaction is to be rolled back.
///
/// ```java
/// var trip = RoundTrip.on(connection);
/// var elders = trip.ask(Sql.on(connection, "select … for update").with(id), Seat::read);
/// orders.write(trip);
/// trip.go();
/// use(elders.get());
/// ```
public final class RoundTrip {

    /// What there will be once the trip is made.
    @FunctionalInterface
    public interface Later<T> {

        /// @throws IllegalStateException before the trip is made
        /// @throws SQLException as the driver throws it, if more has to be asked for it
        T get() throws SQLException;
    }

    /// The rows that a query finds.
    private static final class Found<T> implements Later<List<T>> {

        private Optional<List<T>> rows = Optional.empty();

        @Override
        public List<T> get() {
            return rows.orElseThrow(() -> new IllegalStateException("the trip is not made yet"));
        }
    }

    /// Puts statements into a trip.
    @FunctionalInterface
    public interface Filling {

        /// @throws SQLException as the driver throws it, if something is asked before
        void fill(RoundTrip trip) throws SQLException;
    }

    /// What is done with the answer to a statement.
    @FunctionalInterface
    private interface Reading {

        void read(PreparedStatement statement, boolean isQuery) throws SQLException;
    }

    /// A statement with its values, and what is done with its answer.
    private record Part(String text, List<@Nullable Object> values, Reading reading) {}

    private final Connection connection;
    private final List<Part> parts = new ArrayList<>();

    private RoundTrip(Connection connection) {
        this.connection = connection;
    }

    /// A trip with nothing in it yet.
    public static RoundTrip on(Connection connection) {
        return new RoundTrip(connection);
    }

    /// Makes a trip of what is put into it.
    ///
    /// @throws SQLException of the first statement that fails
    public static void make(Connection connection, Filling filling) throws SQLException {
        var trip = on(connection);
        filling.fill(trip);
        trip.go();
    }

    /// For what has to be asked before.
    public Connection connection() {
        return connection;
    }

    /// One more statement: a query.
    ///
    /// @return all its rows
    public <T> Later<List<T>> ask(Sql query, Row.Reader<T> reader) {
        var found = new Found<T>();
        add(
                query.whole(),
                query.values(),
                (statement, isQuery) -> {
                    if (!isQuery) {
                        throw new IllegalStateException("no query: " + query.whole());
                    }
                    found.rows = Optional.of(rows(statement, reader));
                });
        return found;
    }

    private static <T> List<T> rows(PreparedStatement statement, Row.Reader<T> reader)
            throws SQLException {
        try (var results = statement.getResultSet()) {
            return Row.all(results, reader);
        }
    }

    /// One more statement: an insert, update or delete.
    public void run(Sql change) {
        add(change.whole(), change.values());
    }

    void add(String statement, List<@Nullable Object> marks) {
        add(statement, marks, (_, _) -> {});
    }

    private void add(String statement, List<@Nullable Object> marks, Reading reading) {
        parts.add(new Part(statement, marks, reading));
    }

    /// Makes the trip; with nothing in it there is none.
    ///
    /// @throws SQLException of the first statement that fails
    public void go() throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        if (parts.size() > 1 && takesSeveral(connection)) {
            send(parts);
        } else {
            for (var part : parts) {
                send(List.of(part));
            }
        }
        parts.clear();
    }

    /// Whether the driver sends several statements in one text.
    private static boolean takesSeveral(Connection connection) throws SQLException {
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
            var mark = 1;
            for (var part : together) {
                for (var value : part.values()) {
                    Columns.set(statement, mark++, value);
                }
            }
            var isQuery = statement.execute();
            for (var part : together) {
                part.reading().read(statement, isQuery);
                isQuery = statement.getMoreResults();
            }
        }
    }
}
