package org.nuancan.console.policy;

import java.util.List;
import org.nuancan.console.page.Frame;

/// The amount of a policy in words.
final class AmountWords {

    private final Frame frame;
    private final Policy policy;

    AmountWords(Frame frame, Policy policy) {
        this.frame = frame;
        this.policy = policy;
    }

    /// One sentence, or one for each tier.
    List<String> amounts() {
        if (!policy.text("/amount/type").equals("TIERED")) {
            return List.of(amount("/amount"));
        }
        var by = policy.text("/amount/by");
        return policy.entries("/amount/tiers").stream()
                .map(tier -> tierOf(by, tier) + ": " + amount(tier + "/amount"))
                .toList();
    }

    private String tierOf(String by, String tier) {
        var isMoney = by.equals("BILL");
        var from = isMoney ? "¥" + policy.yuan(tier + "/from") : policy.text(tier + "/from");
        var to = isMoney ? "¥" + policy.yuan(tier + "/to") : policy.text(tier + "/to");
        var range =
                (policy.has(tier + "/from") ? from : "…")
                        + " – "
                        + (policy.has(tier + "/to") ? to : "…");
        return frame.word("tier", by) + " " + range;
    }

    private String amount(String at) {
        var fen = frame.yuan(policy.fen(at + "/fen").orElse(0L));
        return switch (policy.text(at + "/type")) {
            case "FIXED" -> frame.t("amount.FIXED", fen);
            case "ELDER_PAYS" -> frame.t("amount.ELDER_PAYS", fen);
            case "PERCENT" -> percent(at);
            default -> "—";
        };
    }

    private String percent(String at) {
        var of = policy.maybe(at + "/of").orElse("REMAINING");
        var share =
                frame.t(
                        "amount.PERCENT",
                        policy.percent(at + "/basisPoints"),
                        frame.word("basis", of));
        return policy.fen(at + "/maxFen")
                .map(most -> share + " " + frame.t("amount.most", frame.yuan(most)))
                .orElse(share);
    }
}
