package org.nuancan.close.proof;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.nuancan.close.statement.Statement;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.reading.Entries;

/// Proves from the books that an order is on a statement.
@Singleton
public final class Proofs {

    private record ProvenJournal(int index, String text) {}

    private final Transactions transactions;
    private final Entries entries;

    Proofs(Transactions transactions, Entries entries) {
        this.transactions = transactions;
        this.entries = entries;
    }

    /// Proves all lines of an order on a statement, including refunds of the same day; without an
    /// order, only the header and the root.
    ///
    /// @param orderId empty for the statement alone
    public Proof of(Statement statement, OptionalLong orderId) {
        var content = statement.content();
        var sm3 = new Sm3();
        var leaves = new ArrayList<byte[]>();
        var found = new ArrayList<ProvenJournal>();
        var _ =
                transactions.reading(connection -> {
                    entries.each(
                            connection,
                            content.date(),
                            content.providerId(),
                            entry -> {
                                var text = CanonicalText.line(entry);
                                if (isOf(entry, orderId)) {
                                    found.add(new ProvenJournal(leaves.size(), text));
                                }
                                leaves.add(sm3.leaf(text));
                            });
                    return found;
                });
        return new Proof(
                statement.id(),
                statement.contentHash(),
                CanonicalText.header(content),
                Sm3.hex(MerkleTree.root(sm3, leaves)),
                leaves.size(),
                found.stream().map(journal -> line(sm3, leaves, journal)).toList());
    }

    private static boolean isOf(Entry entry, OptionalLong orderId) {
        return orderId.isPresent() && entry.subject().orderId().equals(orderId);
    }

    private static Proof.Line line(Sm3 sm3, List<byte[]> leaves, ProvenJournal found) {
        var path =
                MerkleTree.path(sm3, leaves, found.index()).stream()
                        .map(step ->
                                new Proof.Step(
                                        step.isLeft() ? Proof.Side.LEFT : Proof.Side.RIGHT,
                                        step.hash()))
                        .toList();
        return new Proof.Line(found.text(), found.index(), path);
    }
}
