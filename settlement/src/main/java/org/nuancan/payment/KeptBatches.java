package org.nuancan.payment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nuancan.payment.Batch.Payment;

/// Reads and writes batches with their payments and statements, in the caller's transaction.
@Singleton
public final class KeptBatches {

    private final PaymentBatchRepository batches;
    private final PaymentRepository payments;
    private final PaymentStatementRepository statements;

    KeptBatches(
            PaymentBatchRepository batches,
            PaymentRepository payments,
            PaymentStatementRepository statements) {
        this.batches = batches;
        this.payments = payments;
        this.statements = statements;
    }

    void insert(Batch batch) {
        var parts = new ArrayList<PaymentStatementEntity>();
        for (var payment : batch.payments()) {
            for (var part : payment.parts()) {
                parts.add(PaymentStatementEntity.of(batch.batchId(), payment.paymentId(), part));
            }
        }
        for (var part : batch.cleared()) {
            parts.add(PaymentStatementEntity.of(batch.batchId(), null, part));
        }
        var _ = batches.save(PaymentBatchEntity.of(batch));
        var _ =
                payments.saveAll(
                        batch.payments().stream()
                                .map(payment -> PaymentEntity.of(batch, payment))
                                .toList());
        var _ = statements.saveAll(parts);
    }

    Optional<Batch> find(long batchId) {
        return filled(batches.findById(batchId).stream().toList()).stream().findFirst();
    }

    List<Batch> list(Optional<String> district, long before, int limit) {
        return filled(batches.list(district.orElse(null), before, limit));
    }

    /// Locks payments of a batch until the transaction ends, in the order of their ids.
    public List<Payment> lockPayments(long batchId, Collection<Long> paymentIds) {
        return payments.lock(batchId, paymentIds).stream()
                .map(row -> row.payment(List.of()))
                .toList();
    }

    /// Ids of the statements that a payment pays, in ascending order.
    public List<Long> statementsOf(long paymentId) {
        return statements.statementsOf(paymentId);
    }

    /// Sets the next state of a payment and the bank's reason.
    ///
    /// @throws IllegalStateException if the payment is no longer in the state it was read in
    public void move(Payment payment, PaymentState next, Optional<String> reason, Instant at) {
        var moved =
                payments.move(payment.paymentId(), payment.state(), next, reason.orElse(null), at);
        if (moved != 1) {
            throw new IllegalStateException(
                    "payment %d is no longer at %s"
                            .formatted(payment.paymentId(), payment.state()));
        }
    }

    private List<Batch> filled(List<PaymentBatchEntity> rows) {
        var ids = rows.stream().map(PaymentBatchEntity::batchId).toList();
        var partsByBatch =
                statements.list(ids).stream().collect(groupingBy(part -> part.id().batchId()));
        var paymentsByBatch =
                payments.list(ids).stream().collect(groupingBy(PaymentEntity::batchId));
        return rows.stream()
                .map(batch ->
                        filled(
                                batch,
                                paymentsByBatch.getOrDefault(batch.batchId(), List.of()),
                                partsByBatch.getOrDefault(batch.batchId(), List.of())))
                .toList();
    }

    private static Batch filled(
            PaymentBatchEntity batch,
            List<PaymentEntity> payments,
            List<PaymentStatementEntity> parts) {
        var partsByPayment =
                parts.stream()
                        .collect(
                                groupingBy(
                                        part -> Optional.ofNullable(part.paymentId()),
                                        mapping(PaymentStatementEntity::part, toList())));
        return batch.batch(
                payments.stream()
                        .map(payment ->
                                payment.payment(
                                        partsByPayment.getOrDefault(
                                                Optional.of(payment.paymentId()), List.of())))
                        .toList(),
                partsByPayment.getOrDefault(Optional.empty(), List.of()));
    }
}
