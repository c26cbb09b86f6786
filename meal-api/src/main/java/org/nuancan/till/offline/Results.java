package org.nuancan.till.offline;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/// Collects the results of the receipts of one upload.
final class Results {

    private final List<ReadReceipts.Signed> upload;
    private final IdentityHashMap<ReadReceipts.Signed, OfflineResult> results =
            new IdentityHashMap<>();

    /// A receipt with its result.
    record Kept(ReadReceipts.Signed signed, OfflineResult result) {}

    Results(List<ReadReceipts.Signed> upload) {
        this.upload = List.copyOf(upload);
    }

    void put(ReadReceipts.Signed signed, OfflineResult result) {
        results.put(signed, result);
    }

    void reject(ReadReceipts.Signed signed, String reason) {
        put(signed, OfflineResult.rejected(signed.receipt().localId(), reason));
    }

    List<OfflineResult> inOrder() {
        return upload.stream().map(one -> Objects.requireNonNull(results.get(one))).toList();
    }

    /// The new results: all except the duplicates.
    List<Kept> kept() {
        var kept = new ArrayList<Kept>();
        for (var signed : upload) {
            var result = Objects.requireNonNull(results.get(signed));
            if (result.outcome() != OfflineResult.Outcome.DUPLICATE) {
                kept.add(new Kept(signed, result));
            }
        }
        return kept;
    }
}
