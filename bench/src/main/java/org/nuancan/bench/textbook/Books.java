package org.nuancan.bench.textbook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.bench.textbook.Entities.JournalHead;
import org.nuancan.bench.textbook.Entities.PostingLine;
import org.nuancan.bench.textbook.Entities.Site;
import org.nuancan.ledger.PolicyRef;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.posting.MealPostings;
import org.nuancan.ledger.posting.Sold;
import org.nuancan.ledger.posting.Taken;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Quote;
import org.nuancan.policy.quote.Refusal;

/// Books a sale: a journal and its postings.
@Singleton
class Books {

    private final Repositories.Journals journals;
    private final Repositories.Postings postings;

    Books(Repositories.Journals journals, Repositories.Postings postings) {
        this.journals = journals;
        this.postings = postings;
    }

    /// The booked amounts.
    record Booked(
            long journalId,
            long orderId,
            String homeDistrict,
            Site site,
            Quote quote,
            LocalDate serviceDate,
            LocalDate bookingDate,
            Instant at) {}

    void post(Booked booked, CheckoutBody body) {
        var _ =
                journals.save(
                        new JournalHead(
                                booked.journalId,
                                "MEAL",
                                "ORDER",
                                booked.orderId,
                                booked.orderId,
                                booked.site.siteId(),
                                booked.homeDistrict,
                                booked.site.districtCode(),
                                booked.serviceDate,
                                booked.bookingDate,
                                booked.at,
                                refusals(booked.quote.refusals())));
        var sold =
                new Sold(
                        booked.quote.grossFen(),
                        booked.quote.grants(),
                        body.tenders().stream()
                                .map(tender -> new Taken(tender.type(), Fen.of(tender.amountFen())))
                                .toList(),
                        Fen.of(body.rounding()),
                        Fen.ZERO);
        var lines = new ArrayList<PostingLine>();
        for (var posting : MealPostings.of(booked.site.providerId(), sold)) {
            lines.add(line(booked, lines.size() + 1, posting));
        }
        var _ = postings.saveAll(lines);
    }

    private static PostingLine line(Booked booked, int number, Posting posting) {
        return new PostingLine(
                booked.bookingDate,
                posting.providerId(),
                booked.journalId,
                number,
                posting.account().kind().prefix(),
                posting.account().owner(),
                posting.fen().value(),
                posting.policy().map(PolicyRef::code).orElse(null),
                posting.policy().map(PolicyRef::version).orElse(null),
                posting.policy().map(policy -> policy.side().name()).orElse(null),
                posting.reason().orElse(null),
                null,
                booked.homeDistrict,
                booked.site.districtCode());
    }

    private static @Nullable String refusals(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return null;
        }
        var texts =
                refusals.stream()
                        .map(refusal ->
                                "{\"code\":\"%s\",\"version\":%d,\"reason\":\"%s\"}"
                                        .formatted(
                                                refusal.code(),
                                                refusal.version(),
                                                refusal.reason()))
                        .toList();
        return "[" + String.join(",", texts) + "]";
    }
}
