package org.nuancan.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nuancan.bank.advice.Place;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Sql;
import org.nuancan.ledger.balance.BalanceService;
import org.nuancan.payment.answer.BankAnswer;
import org.nuancan.payment.answer.Result;
import org.nuancan.payment.answer.Results;
import org.nuancan.review.Review;
import org.nuancan.review.Review.Seen;
import org.nuancan.review.step.Outcome;
import org.nuancan.review.step.Reviewer;
import org.nuancan.review.step.Reviewer.Reach;

/// The officers who review and pay a town's sales.
public record TownHall(Town town) {

    /// The current state of a statement.
    record Standing(long statementId, long provider, String state, long payable, long held) {}

    List<Standing> statements(String district) {
        return town.in(connection ->
                Sql.on(
                                connection,
                                """
                                select statement_id, provider_id, state, payable_fen, held_fen
                                  from statement
                                 where district_code = ?
                                 order by statement_date, statement_id
                                """)
                        .with(district)
                        .list(row ->
                                new Standing(
                                        row.number("statement_id"),
                                        row.number("provider_id"),
                                        row.text("state"),
                                        row.number("payable_fen"),
                                        row.number("held_fen"))));
    }

    /// Takes a statement one step towards approval, by the person responsible for the step.
    void stepOn(Standing statement, String district) {
        var seen = Seen.any(statement.statementId());
        var _ =
                town.in(_ -> {
                    var review = town.bean(Review.class);
                    var outcome =
                            switch (statement.state()) {
                                case "CALCULATED" -> {
                                    review.checked(List.of(statement.statementId()));
                                    yield new Outcome.NotHere();
                                }
                                case "CHECKED" ->
                                        review.confirm(
                                                seen,
                                                new Reviewer(
                                                        "manager",
                                                        new Reach.OfProvider(
                                                                statement.provider())));
                                case "REVIEWED" -> review.approve(seen, officer(district));
                                default -> new Outcome.NotHere();
                            };
                    return outcome;
                });
    }

    public void approveAll(String district) {
        for (var step = 0; step < 3; step++) {
            statements(district).forEach(statement -> stepOn(statement, district));
        }
    }

    static Reviewer officer(String district) {
        return new Reviewer("officer", new Reach.District(district));
    }

    public static Reviewer finance(String district) {
        return new Reviewer("finance", new Reach.Finance(district));
    }

    public BatchOutcome pay(String district, LocalDate through) {
        town.bean(Batches.class).prepare();
        return town.in(_ -> town.bean(Batches.class).make(district, through, finance(district)));
    }

    List<Result.Taken> answer(Batch batch, List<Result> results) {
        var lines =
                results.stream()
                        .map(result -> new BankAnswer.Definite(new Place("line", 0), result))
                        .toList();
        return town.in(_ ->
                town.bean(Results.class)
                        .take(batch, lines, List.of(), finance(batch.districtCode())));
    }

    public Result result(Batch.Payment payment, PaymentState outcome) {
        return new Result(
                payment.endToEndId(), outcome, Optional.of(payment.fen()), Optional.of("bank"));
    }

    /// The balances of a district's books.
    Map<String, Long> balances(String district) {
        var balances = new TreeMap<String, Long>();
        town.bean(BalanceService.class)
                .list(new BusinessDay(LocalDate.of(9998, 1, 1)), Optional.of(district))
                .forEach(balance ->
                        balances.put(balance.account().name(), balance.balance().value()));
        return balances;
    }

    List<Batch> batches(String district) {
        return new ArrayList<>(
                town.in(_ ->
                        town.bean(Batches.class).list(Optional.of(district), Long.MAX_VALUE, 500)));
    }
}
