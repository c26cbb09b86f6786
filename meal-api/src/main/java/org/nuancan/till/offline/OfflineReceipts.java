package org.nuancan.till.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.till.CredentialBody;
import org.nuancan.till.TillSite;

/// Stores every receipt that was uploaded, including the rejected ones.
@Singleton
final class OfflineReceipts {

    private final Ids ids;
    private final Clock clock;

    OfflineReceipts(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /// Receipts of a terminal that are booked already.
    static final class Booked {

        private record Earlier(long orderId, String signature) {}

        private final Map<String, Earlier> byLocalId = new HashMap<>();

        boolean containsKey(String localId) {
            return byLocalId.containsKey(localId);
        }

        /// The result for a receipt: the same receipt is a duplicate, another one with its local id
        /// is rejected.
        OfflineResult of(OfflineReceipt receipt) {
            var earlier = Objects.requireNonNull(byLocalId.get(receipt.localId()));
            return earlier.signature().equals(receipt.signature())
                    ? OfflineResult.of(
                            receipt.localId(),
                            OfflineResult.Outcome.DUPLICATE,
                            earlier.orderId(),
                            null)
                    : OfflineResult.rejected(receipt.localId(), "LOCAL_ID_REUSED");
        }
    }

    Booked accepted(Connection connection, TillSite till, List<ReadReceipts.Signed> upload)
            throws SQLException {
        var booked = new Booked();
        Sql.on(
                        connection,
                        """
                        select local_id, order_id, signature from offline_receipt
                        where terminal = ? and accepted = 1 and local_id in (??)
                        """)
                .with(till.terminal())
                .withAll(upload.stream().map(one -> one.receipt().localId()).toList())
                .forEach(row ->
                        booked.byLocalId.put(
                                row.text("local_id"),
                                new Booked.Earlier(row.number("order_id"), row.text("signature"))));
        return booked;
    }

    void keep(Connection connection, TillSite till, List<Results.Kept> kept) throws SQLException {
        var batch =
                Batch.into(
                        "offline_receipt",
                        "receipt_id",
                        "terminal",
                        "site_id",
                        "local_id",
                        "accepted",
                        "outcome",
                        "reason",
                        "order_id",
                        "occurred_at",
                        "signature",
                        "content",
                        "received_at");
        var now = clock.instant();
        for (var one : kept) {
            var result = one.result();
            var receipt = one.signed().receipt();
            var orderId = result.orderId();
            batch.row(
                    ids.next(),
                    till.terminal(),
                    till.site().siteId(),
                    receipt.localId(),
                    orderId == null ? null : 1,
                    result.outcome(),
                    result.reason(),
                    orderId == null ? null : orderId.value(),
                    receipt.occurredAt().toInstant(),
                    receipt.signature(),
                    withoutIdNumber(one.signed()).toString(),
                    now);
        }
        batch.write(connection);
    }

    /// The receipt without an ID number, which is never stored in the clear. The order names the
    /// elder.
    private static ObjectNode withoutIdNumber(ReadReceipts.Signed signed) {
        var credential = signed.receipt().credential();
        if (credential == null || !mayBeIdNumber(credential)) {
            return signed.raw();
        }
        var copy = signed.raw().deepCopy();
        if (copy.get("credential") instanceof ObjectNode node) {
            node.put("value", "…");
        }
        return copy;
    }

    /// Whether the value may be an ID number, whatever type the till names.
    private static boolean mayBeIdNumber(CredentialBody credential) {
        return credential.type() == Credential.Type.ID_NUMBER
                || IdNumber.parse(credential.value()).isPresent();
    }
}
