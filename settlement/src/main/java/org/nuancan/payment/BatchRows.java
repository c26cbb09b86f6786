package org.nuancan.payment;

import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.money.Fen;
import org.nuancan.payment.Batch.Part;
import org.nuancan.payment.Batch.Payment;

/// Reads and writes batches.
@Singleton
final class BatchRows {

    private static final String COLUMNS =
            """
            select batch_id, district_code, through_date, message_id, made_by, made_at, made_on
              from payment_batch
            """;

    void insert(Connection connection, Batch batch) throws SQLException {
        Sql.on(
                        connection,
                        """
                        insert into payment_batch
                            (batch_id, district_code, through_date, message_id, made_by, made_at,
                             made_on)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .with(batch.batchId(), batch.districtCode(), batch.throughDate())
                .with(batch.messageId(), batch.madeBy(), batch.madeAt(), batch.madeOn())
                .run();
        var payments =
                org.nuancan.db.Batch.into(
                        "payment",
                        "payment_id",
                        "batch_id",
                        "provider_id",
                        "end_to_end_id",
                        "fen",
                        "account_name",
                        "account_number",
                        "bank_code",
                        "state",
                        "state_since");
        var parts =
                org.nuancan.db.Batch.into(
                        "payment_statement",
                        "batch_id",
                        "statement_id",
                        "provider_id",
                        "payment_id",
                        "fen");
        for (var payment : batch.payments()) {
            payments.row(
                    payment.paymentId(),
                    batch.batchId(),
                    payment.providerId(),
                    payment.endToEndId(),
                    payment.fen().value(),
                    payment.to().name(),
                    payment.to().sealedNumber(),
                    payment.to().bankCode(),
                    payment.state(),
                    batch.madeAt());
            for (var part : payment.parts()) {
                parts.row(
                        batch.batchId(),
                        part.statementId(),
                        part.providerId(),
                        payment.paymentId(),
                        part.fen().value());
            }
        }
        for (var part : batch.cleared()) {
            parts.row(
                    batch.batchId(),
                    part.statementId(),
                    part.providerId(),
                    null,
                    part.fen().value());
        }
        payments.write(connection);
        parts.write(connection);
    }

    Optional<Batch> find(Connection connection, long batchId) throws SQLException {
        return filled(
                        connection,
                        Sql.on(connection, COLUMNS + " where batch_id = ?")
                                .with(batchId)
                                .list(BatchRows::bare))
                .stream()
                .findFirst();
    }

    List<Batch> list(Connection connection, Optional<String> district, long before, int limit)
            throws SQLException {
        return filled(
                connection,
                Sql.on(
                                connection,
                                COLUMNS
                                        + """
                                         where batch_id < ? and (? is null or district_code = ?)
                                         order by batch_id desc
                                         limit ?
                                        """)
                        .with(before, district.orElse(null), district.orElse(null), limit)
                        .list(BatchRows::bare));
    }

    /// Locks payments of a batch until the transaction ends, in the order of their ids.
    List<Payment> lockPayments(Connection connection, long batchId, Collection<Long> paymentIds)
            throws SQLException {
        return Sql.on(
                        connection,
                        PAYMENTS
                                + " where payment_id in (??) and batch_id = ?"
                                + " order by payment_id for update")
                .withAll(paymentIds)
                .with(batchId)
                .list(row -> payment(row, List.of()));
    }

    List<Long> statementsOf(Connection connection, long paymentId) throws SQLException {
        return Sql.on(
                        connection,
                        """
                        select statement_id
                          from payment_statement
                         where payment_id = ?
                         order by statement_id
                        """)
                .with(paymentId)
                .list(row -> row.number("statement_id"));
    }

    void move(
            Connection connection,
            Payment payment,
            PaymentState to,
            Optional<String> reason,
            Instant at)
            throws SQLException {
        var moved =
                Sql.on(
                                connection,
                                """
                                update payment
                                   set state = ?, reason = ?, state_since = ?
                                 where payment_id = ? and state = ?
                                """)
                        .with(to, reason.orElse(null), at, payment.paymentId(), payment.state())
                        .run();
        if (moved != 1) {
            throw new IllegalStateException(
                    "payment %d no longer stands at %s"
                            .formatted(payment.paymentId(), payment.state()));
        }
    }

    private static final String PAYMENTS =
            """
            select payment_id, batch_id, provider_id, end_to_end_id, fen, account_name,
                   account_number, bank_code, state, reason
              from payment
            """;

    private record OfBatch(long batchId, Payment payment) {}

    private record PartOf(long batchId, Optional<Long> paymentId, Part part) {}

    private static List<Batch> filled(Connection connection, List<Batch> bare) throws SQLException {
        var ids = new TreeSet<>(bare.stream().map(Batch::batchId).toList());
        var parts =
                Sql.on(
                                connection,
                                """
                                select batch_id, statement_id, provider_id, payment_id, fen
                                  from payment_statement
                                 where batch_id in (??)
                                 order by statement_id
                                """)
                        .withAll(ids)
                        .list(row ->
                                new PartOf(
                                        row.number("batch_id"),
                                        row.maybeNumber("payment_id"),
                                        new Part(
                                                row.number("statement_id"),
                                                row.number("provider_id"),
                                                Fen.of(row.number("fen")))));
        var payments =
                Sql.on(connection, PAYMENTS + " where batch_id in (??) order by payment_id")
                        .withAll(ids)
                        .list(row ->
                                new OfBatch(
                                        row.number("batch_id"),
                                        payment(row, of(parts, row.number("payment_id")))))
                        .stream()
                        .collect(groupingBy(OfBatch::batchId));
        var batches = new ArrayList<Batch>();
        for (var one : bare) {
            batches.add(
                    new Batch(
                            one.batchId(),
                            one.districtCode(),
                            one.throughDate(),
                            one.messageId(),
                            one.madeBy(),
                            one.madeAt(),
                            one.madeOn(),
                            payments.getOrDefault(one.batchId(), List.of()).stream()
                                    .map(OfBatch::payment)
                                    .toList(),
                            parts.stream()
                                    .filter(part -> part.batchId() == one.batchId())
                                    .filter(part -> part.paymentId().isEmpty())
                                    .map(PartOf::part)
                                    .toList()));
        }
        return List.copyOf(batches);
    }

    private static List<Part> of(List<PartOf> parts, long paymentId) {
        return parts.stream()
                .filter(part -> part.paymentId().filter(id -> id == paymentId).isPresent())
                .map(PartOf::part)
                .toList();
    }

    private static Payment payment(Row row, List<Part> parts) throws SQLException {
        return new Payment(
                row.number("payment_id"),
                row.number("provider_id"),
                row.text("end_to_end_id"),
                Fen.of(row.number("fen")),
                new Payees.Payee(
                        row.text("account_name"),
                        row.text("account_number"),
                        row.text("bank_code")),
                row.name("state", PaymentState.class),
                row.maybeText("reason"),
                parts);
    }

    private static Batch bare(Row row) throws SQLException {
        return new Batch(
                row.number("batch_id"),
                row.text("district_code"),
                row.date("through_date"),
                row.text("message_id"),
                row.text("made_by"),
                row.instant("made_at"),
                row.date("made_on"),
                List.of(),
                List.of());
    }
}
