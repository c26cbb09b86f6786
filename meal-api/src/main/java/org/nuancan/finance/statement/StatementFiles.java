package org.nuancan.finance.statement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.nuancan.access.Caller;
import org.nuancan.close.statement.Sums;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.provider.ProviderOnFile;
import org.nuancan.provider.Providers;

/// Collects the content of a statement's file.
@Singleton
final class StatementFiles {

    private final OwnStatements statements;
    private final Providers providers;

    StatementFiles(OwnStatements statements, Providers providers) {
        this.statements = statements;
        this.providers = providers;
    }

    /// @throws ProblemException `NOT_FOUND` if the statement does not exist or is not the caller's
    StatementFile of(Id statementId, Caller caller) {
        var statement = statements.find(statementId, caller);
        var lines = new ArrayList<StatementFile.Line>();
        statements.each(
                statementId,
                caller,
                entry ->
                        lines.add(
                                new StatementFile.Line(
                                        entry, Sums.of(entry), statements.siteName(entry))));
        var name =
                providers
                        .find(statement.content().providerId())
                        .map(ProviderOnFile::name)
                        .orElse("");
        return new StatementFile(statement, name, lines);
    }
}
