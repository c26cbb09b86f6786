package org.nuancan.close.command;

import java.util.stream.Collectors;
import org.nuancan.close.CloseOutcome;
import org.nuancan.close.parked.Parked;
import org.nuancan.ledger.JsonText;

/// Writes a close's outcome as one line of JSON, as the contract defines it.
final class CloseText {

    private CloseText() {}

    static String json(CloseOutcome.Closed closed) {
        var parked =
                closed.parked().stream()
                        .map(CloseText::json)
                        .collect(Collectors.joining(",", "[", "]"));
        return """
        {"date":"%s","state":"CLOSED","orders":%d,"statements":%d,"parked":%s,"contentHash":"%s"}\
        """
                .formatted(
                        closed.date(),
                        closed.orders(),
                        closed.statements(),
                        parked,
                        closed.contentHash());
    }

    private static String json(Parked parked) {
        var detail = JsonText.quote(new StringBuilder(), parked.detail());
        return """
        {"providerId":"%d","cause":"%s","detail":%s}\
        """
                .formatted(parked.providerId(), parked.cause(), detail);
    }
}
