package org.nuancan.finance.statement;

import com.github.f4b6a3.tsid.Tsid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuancan.close.statement.Sums;
import org.nuancan.http.problem.Language;
import org.nuancan.http.text.Id;
import org.nuancan.ledger.Account;
import org.nuancan.ledger.Entry;
import org.nuancan.ledger.JournalKind;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.quote.RefusalReason;

/// A line of a statement: one journal, with the reason of each grant and refusal. The amounts of
/// refunds and recoveries are negative.
///
/// @param siteName null if the site is unknown
record LineAnswer(
        Id journalId,
        JournalKind kind,
        @Nullable Id orderId,
        @Nullable String receiptNumber,
        @Nullable Id siteId,
        @Nullable String siteName,
        LocalDate serviceDate,
        Instant happenedAt,
        Fen grossFen,
        Fen collectedFen,
        Fen platformCollectedFen,
        Fen discountFen,
        Fen dinerGrantFen,
        Fen elsewhereFen,
        Fen incentiveFen,
        Fen adjustmentFen,
        List<Paid> tenders,
        List<Granted> grants,
        List<Refused> refusals,
        List<Booked> postings) {

    /// An amount paid by one tender.
    record Paid(TenderType type, Fen amountFen) {}

    /// The amount that one payer bears.
    record Part(String payer, Fen fen) {}

    /// A grant and its payers.
    record Granted(String code, int version, Side side, Fen fen, List<Part> funding) {}

    /// A policy that granted nothing, with the reason in plain words.
    record Refused(String code, int version, RefusalReason reason, String text) {}

    /// A posting.
    ///
    /// @param line from 1, within the journal
    /// @param mirrors the line of the order's meal journal that this one reverses
    record Booked(
            int line,
            String account,
            Fen fen,
            @Nullable PolicyRef policy,
            @Nullable String reason,
            @Nullable Integer mirrors) {}

    static LineAnswer of(Entry entry, Optional<String> siteName, Language language) {
        var sums = Sums.of(entry);
        var postings = entry.lines().stream().map(Entry.Line::posting).toList();
        return new LineAnswer(
                new Id(entry.journalId()),
                entry.kind(),
                id(entry.subject().orderId()),
                receipt(entry.subject().orderId()),
                id(entry.subject().siteId()),
                siteName.orElse(null),
                entry.dates().service().date(),
                entry.dates().happenedAt(),
                sums.gross(),
                sums.collected(),
                sums.platformCollected(),
                sums.discount(),
                sums.dinerGrant(),
                sums.elsewhere(),
                sums.incentive(),
                sums.adjustment(),
                tenders(postings),
                grants(postings),
                refusals(entry, language),
                entry.lines().stream().map(LineAnswer::booked).toList());
    }

    private static @Nullable Id id(OptionalLong id) {
        return id.isPresent() ? new Id(id.getAsLong()) : null;
    }

    private static @Nullable String receipt(OptionalLong orderId) {
        return orderId.isPresent() ? Tsid.from(orderId.getAsLong()).toString() : null;
    }

    private static List<Paid> tenders(List<Posting> postings) {
        return postings.stream()
                .filter(posting ->
                        posting.account() instanceof Account.Till
                                || posting.account() instanceof Account.Collected)
                .filter(posting -> posting.reason().isPresent())
                .map(posting ->
                        new Paid(TenderType.valueOf(posting.reason().orElseThrow()), posting.fen()))
                .toList();
    }

    private static List<Granted> grants(List<Posting> postings) {
        var parts = new LinkedHashMap<PolicyRef, List<Part>>();
        for (var posting : postings) {
            part(posting)
                    .ifPresent(part ->
                            parts.merge(
                                    posting.policy().orElseThrow(),
                                    List.of(part),
                                    LineAnswer::joined));
        }
        return parts.entrySet().stream()
                .map(grant ->
                        new Granted(
                                grant.getKey().code(),
                                grant.getKey().version(),
                                grant.getKey().side(),
                                Fen.sum(grant.getValue().stream().map(Part::fen).toList()),
                                grant.getValue()))
                .toList();
    }

    private static Optional<Part> part(Posting posting) {
        if (posting.policy().isEmpty()) {
            return Optional.empty();
        }
        return switch (posting.account()) {
            case Account.Claim(var payer) -> Optional.of(new Part(payer, posting.fen()));
            case Account.Discount _ -> Optional.of(new Part("PROVIDER", posting.fen()));
            // The amounts of earned accounts repeat the others.
            case Account.Earned _,
                    Account.Till _,
                    Account.Collected _,
                    Account.Adjust _,
                    Account.Payable _,
                    Account.Held _,
                    Account.Transit _,
                    Account.Bank _ ->
                    Optional.empty();
        };
    }

    private static List<Part> joined(List<Part> some, List<Part> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Refused> refusals(Entry entry, Language language) {
        return entry.refusals().stream()
                .map(refusal ->
                        new Refused(
                                refusal.code(),
                                refusal.version(),
                                refusal.reason(),
                                ReasonText.of(refusal.reason(), language)))
                .toList();
    }

    private static Booked booked(Entry.Line line) {
        var posting = line.posting();
        return new Booked(
                line.number(),
                posting.account().name(),
                posting.fen(),
                posting.policy().orElse(null),
                posting.reason().orElse(null),
                posting.mirrors().isPresent() ? posting.mirrors().getAsInt() : null);
    }
}
