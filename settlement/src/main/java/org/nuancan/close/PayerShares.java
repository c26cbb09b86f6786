package org.nuancan.close;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.BookedClaims;
import org.nuancan.ledger.BusinessDays;
import org.nuancan.money.Fen;

/// What payers owe for providers: on statements, and booked on days without statements yet.
@Singleton
public class PayerShares {

    /// What a payer owes for a provider.
    ///
    /// @param districtCode the provider's district
    /// @param statements on how many statements
    /// @param claim negative if more is owed back
    public record PayerShare(
            String districtCode, long providerId, String payer, long statements, Fen claim) {}

    /// What a payer owes for a day.
    public record DayShare(String payer, LocalDate day, Fen claim) {}

    private final StatementFundRepository funds;
    private final StatementRepository statements;
    private final ParkedDayRepository parked;
    private final BusinessDays days;
    private final BookedClaims claims;

    PayerShares(
            StatementFundRepository funds,
            StatementRepository statements,
            ParkedDayRepository parked,
            BusinessDays days,
            BookedClaims claims) {
        this.funds = funds;
        this.statements = statements;
        this.parked = parked;
        this.days = days;
        this.claims = claims;
    }

    /// Of the statements of some days, both included, in order of district, provider and payer.
    ///
    /// @param district whose statements; empty for all
    @ReadOnly
    public List<PayerShare> list(LocalDate first, LocalDate last, Optional<String> district) {
        return funds.borne(first, last, district.orElse(null)).stream()
                .map(one ->
                        new PayerShare(
                                one.districtCode(),
                                one.providerId(),
                                one.payer(),
                                one.statements(),
                                Fen.of(one.fen())))
                .toList();
    }

    /// What payers owe on the statements of some days, both included, day by day.
    ///
    /// @param district whose view it is: its own statements and its own payers; empty for all
    @ReadOnly
    public List<DayShare> stated(LocalDate first, LocalDate last, Optional<String> district) {
        return funds.byDay(first, last, district.orElse(null)).stream()
                .map(one -> new DayShare(one.payer(), one.day(), Fen.of(one.fen())))
                .toList();
    }

    /// What is booked on some days, both included, and is on no statement yet: on days that are not
    /// closed, and for providers that are parked. A payer may occur several times for a day.
    ///
    /// @param district whose view it is: its own books and its own payers; empty for all
    @ReadOnly
    public List<DayShare> unstated(LocalDate first, LocalDate last, Optional<String> district) {
        var shares = new ArrayList<DayShare>();
        var notClosed = days.notClosed(first, last);
        for (var day : notClosed) {
            var stated = new HashSet<>(statements.providersOn(day.date()));
            claims.ofDay(day, district).stream()
                    .filter(one -> !stated.contains(one.providerId()))
                    .forEach(one -> shares.add(share(day, one)));
        }
        for (var one : parked.between(first, last)) {
            var day = new BusinessDay(one.id().day());
            if (!notClosed.contains(day)) {
                claims.ofProvider(day, one.id().providerId(), district)
                        .forEach(claim -> shares.add(share(day, claim)));
            }
        }
        return List.copyOf(shares);
    }

    private static DayShare share(BusinessDay day, BookedClaims.Claim claim) {
        return new DayShare(claim.payer(), day.date(), claim.fen());
    }
}
