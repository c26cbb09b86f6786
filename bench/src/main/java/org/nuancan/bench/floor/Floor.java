package org.nuancan.bench.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.CityDatabase;
import org.nuancan.bench.city.Lunches;
import org.nuancan.day.BusinessDay;

/// Writes the rows of sales as fast as the database takes them.
public final class Floor {

    private static final int TEMPLATES = 1_000;
    private static final int DIGITS = 3;
    private static final long FIRST_ID = 1L << 40;

    private final CityDatabase database;
    private final City city;
    private final List<Template> templates;
    private final AtomicLong nextId = new AtomicLong(FIRST_ID);

    /// @param day on which the sales are booked
    public Floor(CityDatabase database, City city, Lunches lunches, BusinessDay day) {
        this.database = database;
        this.city = city;
        this.templates =
                IntStream.range(0, TEMPLATES)
                        .mapToObj(number -> Template.of(lunches.lunch(number), day.date()))
                        .toList();
    }

    /// The number of sales written in a second.
    ///
    /// @param batch number of sales in a transaction
    /// @param threads number of threads, each with a connection
    public record Speed(int batch, int threads, double perSecond) {}

    /// Writes for this duration.
    public Speed measure(int batch, int threads, Duration time)
            throws SQLException, InterruptedException, ExecutionException {
        var until = System.nanoTime() + time.toNanos();
        var began = System.nanoTime();
        var written = together(threads, () -> writeUntil(until, batch));
        var took = System.nanoTime() - began;
        return new Speed(batch, threads, written * 1e9 / took);
    }

    /// Writes a number of sales, so that the database is not empty.
    public void store(long sales, int batch, int threads)
            throws SQLException, InterruptedException, ExecutionException {
        var left = new AtomicLong(sales);
        var _ = together(threads, () -> writeAll(left, batch));
    }

    private static long together(int threads, Callable<Long> work)
            throws InterruptedException, ExecutionException {
        var futures = new ArrayList<Future<Long>>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var i = 0; i < threads; i++) {
                futures.add(pool.submit(work));
            }
        }
        var sum = 0L;
        for (var future : futures) {
            sum += future.get();
        }
        return sum;
    }

    private long writeUntil(long until, int batch) throws SQLException {
        try (var connection = opened()) {
            var written = 0L;
            while (System.nanoTime() < until) {
                write(connection, batch);
                written += batch;
            }
            return written;
        }
    }

    private long writeAll(AtomicLong left, int batch) throws SQLException {
        try (var connection = opened()) {
            var written = 0L;
            while (left.addAndGet(-batch) > -batch) {
                write(connection, batch);
                written += batch;
            }
            return written;
        }
    }

    private Connection opened() throws SQLException {
        var connection = database.connect();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private void write(Connection connection, int batch) throws SQLException {
        var rows = new SaleWriter();
        var id = nextId.getAndAdd(batch);
        var dice = new SplittableRandom(id);
        var at = Instant.now();
        for (var i = 0; i < batch; i++) {
            var elder = city.elder(0).id() + dice.nextInt(city.elders());
            rows.add(templates.get((int) ((id + i) % TEMPLATES)), id + i, elder, at);
        }
        rows.write(connection);
        connection.commit();
    }

    /// The latencies in nanoseconds of single-row inserts, each durable before the next.
    public Histogram commits(Duration time) throws SQLException {
        var latencies = new Histogram(DIGITS);
        try (var connection = database.connect();
                var creation = connection.createStatement()) {
            creation.execute("drop table if exists bench_commit");
            creation.execute(
                    "create table bench_commit (id bigint not null, at datetime(6) not null,"
                            + " primary key (id))");
            try (var insert =
                    connection.prepareStatement(
                            "insert into bench_commit (id, at) values (?, utc_timestamp(6))")) {
                var until = System.nanoTime() + time.toNanos();
                for (var id = 0L; System.nanoTime() < until; id++) {
                    var began = System.nanoTime();
                    insert.setLong(1, id);
                    insert.executeUpdate();
                    latencies.recordValue(System.nanoTime() - began);
                }
            }
        }
        return latencies;
    }
}
