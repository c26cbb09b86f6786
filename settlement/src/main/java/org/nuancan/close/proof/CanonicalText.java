package org.nuancan.close.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.Sums;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JsonText;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.money.Fen;

/// Writes the texts of a line and of a statement's header that are hashed:
/// `docs/statement-hash.md`, byte by byte. The text of an existing statement never changes.
final class CanonicalText {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalText() {}

    static String line(Entry entry) {
        var text = new StringBuilder(640);
        text.append("{\"journalId\":\"").append(entry.journalId());
        text.append("\",\"kind\":\"").append(entry.kind().name());
        text.append("\",\"cause\":{\"kind\":\"").append(entry.cause().kind().name());
        text.append("\",\"id\":\"").append(entry.cause().id());
        text.append("\"},\"orderId\":");
        id(text, entry.subject().orderId());
        text.append(",\"siteId\":");
        id(text, entry.subject().siteId());
        text.append(",\"serviceDate\":\"").append(entry.dates().service().date());
        text.append("\",\"happenedAt\":\"");
        instant(text, entry.dates().happenedAt());
        text.append("\",\"refusals\":").append(entry.refusalText().orElse("[]"));
        text.append(",\"postings\":[");
        var between = "";
        for (var line : entry.lines()) {
            text.append(between);
            posting(text, line.number(), line.posting());
            between = ",";
        }
        return text.append("]}").toString();
    }

    private static void posting(StringBuilder text, int number, Posting posting) {
        text.append("{\"line\":").append(number).append(",\"account\":");
        JsonText.quote(text, posting.account().name());
        text.append(",\"fen\":").append(posting.fen().value()).append(",\"policy\":");
        policy(text, posting.policy());
        text.append(",\"reason\":");
        if (posting.reason().isPresent()) {
            JsonText.quote(text, posting.reason().get());
        } else {
            text.append("null");
        }
        text.append(",\"mirrors\":");
        if (posting.mirrors().isPresent()) {
            text.append(posting.mirrors().getAsInt());
        } else {
            text.append("null");
        }
        text.append('}');
    }

    private static void policy(StringBuilder text, Optional<PolicyRef> policy) {
        if (policy.isEmpty()) {
            text.append("null");
            return;
        }
        text.append("{\"code\":");
        JsonText.quote(text, policy.get().code());
        text.append(",\"version\":").append(policy.get().version());
        text.append(",\"side\":\"").append(policy.get().side().name()).append("\"}");
    }

    private static void id(StringBuilder text, OptionalLong id) {
        if (id.isPresent()) {
            text.append('"').append(id.getAsLong()).append('"');
        } else {
            text.append("null");
        }
    }

    private static void instant(StringBuilder text, Instant instant) {
        INSTANT.formatTo(instant, text);
    }

    static String header(Statement.Content content) {
        var text = new StringBuilder(512);
        text.append("{\"providerId\":\"").append(content.providerId());
        text.append("\",\"date\":\"").append(content.date());
        text.append("\",\"orders\":").append(content.counts().orders());
        text.append(",\"refunds\":").append(content.counts().refunds());
        text.append(",\"lines\":").append(content.counts().lines());
        sums(text, content.sums());
        text.append(",\"byFund\":[");
        var between = "";
        for (var fund : content.funds()) {
            text.append(between).append("{\"payer\":");
            JsonText.quote(text, fund.payer());
            text.append(",\"fen\":").append(fund.fen().value()).append('}');
            between = ",";
        }
        text.append("],\"previousHash\":");
        content.previousHash()
                .ifPresentOrElse(
                        hash -> text.append('"').append(hash).append('"'),
                        () -> text.append("null"));
        return text.append('}').toString();
    }

    private static void sums(StringBuilder text, Sums sums) {
        sum(text, "grossFen", sums.gross());
        sum(text, "collectedFen", sums.collected());
        sum(text, "platformCollectedFen", sums.platformCollected());
        sum(text, "discountFen", sums.discount());
        sum(text, "dinerGrantFen", sums.dinerGrant());
        sum(text, "elsewhereFen", sums.elsewhere());
        sum(text, "incentiveFen", sums.incentive());
        sum(text, "adjustmentFen", sums.adjustment());
        sum(text, "payableFen", sums.payable());
    }

    private static void sum(StringBuilder text, String name, Fen fen) {
        text.append(",\"").append(name).append("\":").append(fen.value());
    }

    static String ofDay(long providerId, String contentHash) {
        return "{\"providerId\":\"" + providerId + "\",\"contentHash\":\"" + contentHash + "\"}";
    }
}
