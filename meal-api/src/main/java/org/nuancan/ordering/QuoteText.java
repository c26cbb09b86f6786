package org.nuancan.ordering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.ordering.Preorder.Agreed;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.FundingPart;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;
import org.nuancan.policy.quote.RefusalReason;

/// Writes and reads an order's quote as one text.
public final class QuoteText {

    private record Part(String payer, long fen) {}

    private record Granted(String code, int version, Side side, long fen, List<Part> funding) {}

    private record Refused(String code, int version, RefusalReason reason) {}

    private record Stored(List<Granted> grants, List<Refused> refusals) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private QuoteText() {}

    /// Writes the grants and refusals as JSON; the other fields have their own columns.
    public static String write(Agreed agreed) {
        var stored =
                new Stored(
                        agreed.grants().stream().map(QuoteText::granted).toList(),
                        agreed.refusals().stream()
                                .map(one -> new Refused(one.code(), one.version(), one.reason()))
                                .toList());
        try {
            return JSON.writeValueAsString(stored);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a quote that is no JSON", failure);
        }
    }

    private static Granted granted(Grant grant) {
        return new Granted(
                grant.code(),
                grant.version(),
                grant.side(),
                grant.fen().value(),
                grant.funding().stream()
                        .map(part -> new Part(part.payer(), part.fen().value()))
                        .toList());
    }

    /// Reads grants and refusals that [#write] wrote, and adds the other fields.
    ///
    /// @throws IllegalStateException if the text cannot be read
    public static Agreed read(Fen elderPays, String text, Preorder.Accepted accepted) {
        try {
            var stored = JSON.readValue(text, Stored.class);
            return new Agreed(
                    elderPays,
                    stored.grants().stream().map(QuoteText::grant).toList(),
                    stored.refusals().stream()
                            .map(one -> new Refusal(one.code(), one.version(), one.reason()))
                            .toList(),
                    accepted);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a quote that cannot be read", failure);
        }
    }

    private static Grant grant(Granted stored) {
        return new Grant(
                stored.code(),
                stored.version(),
                stored.side(),
                Fen.of(stored.fen()),
                stored.funding().stream()
                        .map(part -> new FundingPart(part.payer(), Fen.of(part.fen())))
                        .toList());
    }
}
