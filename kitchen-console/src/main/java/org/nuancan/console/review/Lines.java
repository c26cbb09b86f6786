package org.nuancan.console.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.StatementLine;
import org.nuancan.console.page.Frame;

/// Some lines of a statement, with the names their policies go by.
///
/// @param statementId whose lines they are
/// @param version of the statement, as the reader saw it
/// @param policies names by code, as far as the reader may see them
/// @param next the address of the lines that follow, if any do
public record Lines(
        String statementId,
        int version,
        List<StatementLine> items,
        Map<String, Map<String, String>> policies,
        Optional<String> next) {

    /// The name of a policy in the reader's language, or its code.
    public String policy(Frame frame, String code) {
        var names = policies.getOrDefault(code, Map.of());
        var language = frame.visit().language().code();
        return names.getOrDefault(language, frame.word("policy", code));
    }
}
