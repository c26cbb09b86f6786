package org.nuancan.close.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.close.statement.Adding;
import org.nuancan.close.statement.Counts;
import org.nuancan.close.statement.Statement;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JournalKind;

/// Adds up and hashes the entries of one provider's day one by one, without keeping them.
public final class Footing {

    private final Sm3 sm3 = new Sm3();
    private final MerkleTree lines = new MerkleTree(sm3);
    private final Adding adding = new Adding();
    private final Map<Long, Long> sites = new TreeMap<>();
    private String payingDistrict = "";
    private long orders;
    private long refunds;

    /// @throws ArithmeticException if a sum does not fit into a long
    public void take(Entry entry) {
        lines.add(sm3.leaf(CanonicalText.line(entry)));
        payingDistrict = entry.subject().payingDistrict();
        entry.subject().siteId().ifPresent(site -> sites.merge(site, 1L, Long::sum));
        if (entry.kind() == JournalKind.MEAL) {
            orders++;
        }
        if (entry.kind() == JournalKind.REFUND) {
            refunds++;
        }
        adding.add(entry);
    }

    /// The counts and sums of the entries taken so far.
    ///
    /// @param previousHash empty for the provider's first statement
    public Statement.Content content(
            long providerId, BusinessDay day, Optional<String> previousHash) {
        var counts = new Counts(orders, refunds, lines.size());
        return new Statement.Content(
                providerId, day, counts, adding.sums(), adding.funds(), previousHash);
    }

    /// The statement's hash, in hex: over the root of the lines' tree and the header.
    public String hash(Statement.Content content) {
        return Sm3.hex(sm3.statement(lines.root(), CanonicalText.header(content)));
    }

    /// Ids of sites with their numbers of lines, by id; lines without a site are left out.
    public List<Map.Entry<Long, Long>> linesBySite() {
        return List.copyOf(sites.entrySet());
    }

    /// The paying district of the last entry; empty if there is no entry.
    public String payingDistrict() {
        return payingDistrict;
    }
}
