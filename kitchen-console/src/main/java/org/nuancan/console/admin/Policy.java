package org.nuancan.console.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.page.Frame;
import org.nuancan.console.page.Language;

/// A version of a policy.
///
/// @param name by language
/// @param side who gets it: `DINER`, `PROVIDER` or `DELIVERY`
/// @param amount how much, as written
/// @param state `DRAFT` or `RELEASED`
public record Policy(
        String code,
        int version,
        Map<String, String> name,
        String owner,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveTo,
        String side,
        JsonNode amount,
        List<Limit> limits,
        List<Funding> funding,
        String state,
        Optional<String> writtenBy,
        Optional<String> releasedBy) {

    /// How often or how much at most.
    public record Limit(String on, String per, Optional<Integer> meals, Optional<Long> fen) {}

    /// Who pays, by weight.
    public record Funding(String payer, int weight) {}

    /// The name in a language, or the code.
    public String name(Language language) {
        return name.getOrDefault(language.code(), code);
    }

    /// How much, in words.
    public String words(Frame frame) {
        var fen = amount.path("fen").longValue();
        return switch (amount.path("type").asText("")) {
            case "FIXED" -> frame.yuan(fen);
            case "ELDER_PAYS" -> frame.t("amount.ELDER_PAYS", frame.yuan(fen));
            case "PERCENT" ->
                    frame.t(
                            "amount.PERCENT",
                            amount.path("basisPoints").decimalValue().movePointLeft(2).toString());
            case "TIERED" -> frame.t("amount.TIERED");
            default -> amount.toString();
        };
    }

    /// Whether a second person can release it.
    public boolean isDraft() {
        return state.equals("DRAFT");
    }
}
