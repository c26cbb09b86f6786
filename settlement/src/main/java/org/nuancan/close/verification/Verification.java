package org.nuancan.close.verification;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;
import org.nuancan.close.ProviderChain;
import org.nuancan.close.proof.Footing;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.StatementRepository;
import org.nuancan.close.statement.Statements;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.ledger.reading.Entries;

/// Computes closed statements again from the books and compares hashes and sums with the stored
/// ones.
@Singleton
final class Verification implements Provable {

    private final Transactions transactions;
    private final Entries entries;
    private final ProviderChain chain;
    private final Statements statements;
    private final StatementRepository rows;

    Verification(
            Transactions transactions,
            Entries entries,
            ProviderChain chain,
            Statements statements,
            StatementRepository rows) {
        this.transactions = transactions;
        this.entries = entries;
        this.chain = chain;
        this.statements = statements;
        this.rows = rows;
    }

    @Override
    public Shown show(BusinessDay from, BusinessDay to) {
        var ids = transactions.reading(_ -> rows.ids(from.date(), to.date()));
        var faults = new ArrayList<String>();
        for (var id : ids) {
            transactions.reading(connection -> fault(connection, id)).ifPresent(faults::add);
        }
        return new Shown("statements", ids.size(), faults);
    }

    private Optional<String> fault(Connection connection, long statementId) throws SQLException {
        var kept = statements.find(statementId).orElseThrow();
        var content = kept.content();
        var footing = new Footing();
        entries.each(connection, content.date(), content.providerId(), footing::take);
        var again = footing.content(content.providerId(), content.date(), content.previousHash());
        return different(connection, kept, again, footing.hash(again))
                .map(found ->
                        "statement %d of provider %d on %s: %s"
                                .formatted(
                                        statementId, content.providerId(), content.date(), found));
    }

    private Optional<String> different(
            Connection connection, Statement kept, Statement.Content again, String hash)
            throws SQLException {
        var content = kept.content();
        if (!hash.equals(kept.contentHash())) {
            return Optional.of("kept %s, computed %s".formatted(kept.contentHash(), hash));
        }
        if (!again.equals(content)) {
            return Optional.of("kept %s, the books say %s".formatted(content, again));
        }
        return chain.hangsOn(
                        connection, content.providerId(), content.date(), content.previousHash())
                ? Optional.empty()
                : Optional.of(
                        "follows %s, which no statement of the provider has"
                                .formatted(content.previousHash().orElse("nothing")));
    }
}
