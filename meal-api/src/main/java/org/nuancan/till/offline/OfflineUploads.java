package org.nuancan.till.offline;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.Sale;
import org.nuancan.sale.SaleOutcome;
import org.nuancan.sale.booking.OrderWriter;
import org.nuancan.till.Resolution;
import org.nuancan.till.Resolved;
import org.nuancan.till.SaleRequest;
import org.nuancan.till.TillSite;
import org.nuancan.till.offline.OfflineResult.Outcome;

/// Books the sales that a till made offline, in the order in which they happened. Each receipt is
/// accepted or rejected by itself. The meals were eaten, so the elders never have to pay more.
@Singleton
final class OfflineUploads {

    private final OfflineReceipts receipts;
    private final OfflineSaleReader reader;
    private final Resolution resolution;
    private final OrderWriter writer;
    private final CurrentRules rules;

    OfflineUploads(
            OfflineReceipts receipts,
            OfflineSaleReader reader,
            Resolution resolution,
            OrderWriter writer,
            CurrentRules rules) {
        this.receipts = receipts;
        this.reader = reader;
        this.resolution = resolution;
        this.writer = writer;
        this.rules = rules;
    }

    /// A receipt that can be sold.
    private record Ready(ReadReceipts.Signed signed, SaleRequest asked, Resolved.Ready resolved) {

        Sale sale() {
            return resolved.sale();
        }
    }

    /// Books an upload.
    ///
    /// @param connection of an open transaction
    /// @return results in the order of the upload
    List<OfflineResult> book(Connection connection, TillSite till, List<ReadReceipts.Signed> upload)
            throws SQLException {
        var results = new Results(upload);
        var ready = ready(connection, till, upload, results);
        var locked =
                writer.lock(
                        connection,
                        ready.stream().flatMap(read -> read.sale().elderId().stream()).toList());
        var chosen = withoutUsedCodes(ready);
        var outcomes = locked.write(rules.now(), chosen.stream().map(Ready::sale).toList());
        for (var i = 0; i < chosen.size(); i++) {
            var read = chosen.get(i);
            results.put(read.signed(), result(read, outcomes.get(i)));
            if (outcomes.get(i) instanceof SaleOutcome.Sold) {
                resolution.redeem(connection, read.asked(), read.resolved());
            }
        }
        receipts.keep(connection, till, results.kept());
        return results.inOrder();
    }

    private List<Ready> ready(
            Connection connection, TillSite till, List<ReadReceipts.Signed> upload, Results results)
            throws SQLException {
        var signing = reader.signing(till);
        var before = receipts.accepted(connection, till, upload);
        var ready = new ArrayList<Ready>();
        var seen = new HashSet<String>();
        for (var signed : inOrderOfOccurrence(upload)) {
            var receipt = signed.receipt();
            var fault = reader.fault(signed, signing);
            if (fault.isPresent()) {
                results.reject(signed, fault.get());
            } else if (before.containsKey(receipt.localId())) {
                results.put(signed, before.of(receipt));
            } else if (!seen.add(receipt.localId())) {
                results.reject(signed, "LOCAL_ID_REUSED");
            } else if (reader.lateness(receipt).isPresent()) {
                results.reject(signed, reader.lateness(receipt).get());
            } else {
                resolve(till, signed, results).ifPresent(ready::add);
            }
        }
        return ready;
    }

    private static List<ReadReceipts.Signed> inOrderOfOccurrence(List<ReadReceipts.Signed> upload) {
        return upload.stream()
                .sorted(Comparator.comparing(read -> read.receipt().occurredAt().toInstant()))
                .toList();
    }

    private Optional<Ready> resolve(TillSite till, ReadReceipts.Signed signed, Results results) {
        var asked = reader.asked(till, signed.receipt());
        return switch (resolution.resolveEaten(asked)) {
            case Resolved.Ready read -> Optional.of(new Ready(signed, asked, read));
            case Resolved.Refused(var problem) -> {
                results.reject(signed, problem.code().name());
                yield Optional.empty();
            }
        };
    }

    /// Leaves out a code that was used before the elders were locked, or that is on two receipts:
    /// such a receipt is sold without an elder.
    private List<Ready> withoutUsedCodes(List<Ready> ready) {
        var chosen = new ArrayList<Ready>();
        var codes = new HashSet<Long>();
        for (var read : ready) {
            var code = read.resolved().codeId();
            if (code.isEmpty()) {
                chosen.add(read);
            } else {
                var again = resolution.resolveEaten(read.asked());
                var isGood =
                        again instanceof Resolved.Ready(var sale, var codeId)
                                && codeId.isPresent()
                                && codes.add(codeId.get());
                chosen.add(isGood ? read : withoutElder(read));
            }
        }
        return chosen;
    }

    private static Ready withoutElder(Ready read) {
        var sale = read.sale();
        var anybody =
                new Sale(
                        sale.orderId(), Optional.empty(), sale.at(), sale.basket(), sale.payment());
        return new Ready(
                read.signed(), read.asked(), new Resolved.Ready(anybody, Optional.empty()));
    }

    private static OfflineResult result(Ready read, SaleOutcome outcome) {
        var localId = read.signed().receipt().localId();
        return switch (outcome) {
            case SaleOutcome.Sold sold -> accepted(localId, read, sold);
            case SaleOutcome.TendersDoNotAddUp wrong ->
                    OfflineResult.rejected(localId, "TENDERS_DO_NOT_ADD_UP");
            case SaleOutcome.ReferenceUsed used ->
                    OfflineResult.rejected(localId, "REFERENCE_USED");
        };
    }

    private static OfflineResult accepted(String localId, Ready read, SaleOutcome.Sold sold) {
        var orderId = sold.sale().orderId();
        return sold.excess().isPositive()
                ? OfflineResult.of(localId, Outcome.ACCEPTED_LESS, orderId, whyLess(read, sold))
                : OfflineResult.of(localId, Outcome.ACCEPTED, orderId, null);
    }

    /// The reason why the payers bear less than the till gave.
    private static @Nullable String whyLess(Ready read, SaleOutcome.Sold sold) {
        if (!sold.sale().at().place().subsidised()) {
            return ProblemCode.PROVIDER_SUSPENDED.name();
        }
        if (sold.elder().isEmpty()) {
            return "CREDENTIAL_NOT_USABLE";
        }
        var codes =
                read.signed().receipt().grantsGiven().stream()
                        .map(OfflineReceipt.GivenBody::code)
                        .toList();
        return sold.refusals().stream()
                .filter(refusal -> codes.contains(refusal.code()))
                .map(refusal -> refusal.reason().name())
                .findFirst()
                .orElse("MORE_THAN_ALLOWED");
    }
}
