package org.nuancan.till.checkout;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.nuancan.db.Transactions;
import org.nuancan.sale.CurrentRules;
import org.nuancan.sale.booking.OrderWriter;
import org.nuancan.till.Resolution;
import org.nuancan.till.Resolved;
import org.nuancan.till.SaleRequest;

/// Quotes meals by the policies in force. Stores nothing.
@Singleton
class QuoteService {

    private final Transactions transactions;
    private final Resolution resolution;
    private final OrderWriter writer;
    private final CurrentRules rules;

    QuoteService(
            Transactions transactions,
            Resolution resolution,
            OrderWriter writer,
            CurrentRules rules) {
        this.transactions = transactions;
        this.resolution = resolution;
        this.writer = writer;
        this.rules = rules;
    }

    /// The price of a meal at this instant.
    QuoteAnswer quote(SaleRequest request) {
        return transactions.reading(connection -> quote(connection, request));
    }

    private QuoteAnswer quote(Connection connection, SaleRequest request) throws SQLException {
        var known = resolution.seen(connection, request);
        return switch (resolution.resolve(connection, known, request)) {
            case Resolved.Refused(var problem) -> throw problem;
            case Resolved.Ready(var sale, var code) ->
                    QuoteAnswer.of(writer.quote(connection, rules.now(), known.guests(), sale));
        };
    }
}
