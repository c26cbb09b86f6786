package org.nuancan.console.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Statement;

/// Statements as the list shows them.
///
/// @param providers names by id, as far as the reader may see them
/// @param next the address of what follows, if anything does
public record StatementList(
        StatementFilter filter,
        List<Statement> items,
        Map<String, String> providers,
        Optional<String> next) {

    /// The states a statement goes through, in order.
    public static final List<String> STATES =
            List.of(
                    "CALCULATED",
                    "CHECKED",
                    "CONFIRMED",
                    "REVIEWED",
                    "APPROVED",
                    "IN_PAYMENT",
                    "PAID",
                    "PAYMENT_FAILED");

    /// The name of a statement's provider, or its id.
    public String provider(Statement statement) {
        return name(providers, statement);
    }

    static String name(Map<String, String> providers, Statement statement) {
        var id = statement.providerId();
        return providers.getOrDefault(id, id);
    }
}
