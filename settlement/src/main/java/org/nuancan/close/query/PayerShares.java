package org.nuancan.close.query;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.parked.ParkedDayRepository;
import org.nuancan.close.statement.StatementFundRepository;
import org.nuancan.close.statement.StatementRepository;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.balance.BookedClaims;
import org.nuancan.ledger.day.BusinessDays;
import org.nuancan.money.Fen;

/// Reads the amounts that payers owe for providers: on statements, and booked on days without
/// statements yet.
@Singleton
public class PayerShares {

    /// Amount that a payer owes for a provider.
    ///
    /// @param districtCode the provider's district
    /// @param statements number of statements
    /// @param claim negative if the payer gets more back than it owes
    public record PayerShare(
            String districtCode, long providerId, String payer, long statements, Fen claim) {}

    /// Amount that a payer owes for a day.
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

    /// Sums of the statements of some days, both ends included, in order of district, provider and
    /// payer.
    ///
    /// @param district district of the statements; empty for all
    @ReadOnly
    public List<PayerShare> list(LocalDate first, LocalDate last, Optional<String> district) {
        return funds.borne(first, last, district.orElse(null)).stream()
                .map(row ->
                        new PayerShare(
                                row.districtCode(),
                                row.providerId(),
                                row.payer(),
                                row.statements(),
                                Fen.of(row.fen())))
                .toList();
    }

    /// Amounts that payers owe on the statements of some days, both ends included, by day.
    ///
    /// @param district limits the result to statements of the district and to payers in it (either
    ///   is enough); empty for all
    @ReadOnly
    public List<DayShare> stated(LocalDate first, LocalDate last, Optional<String> district) {
        return funds.byDay(first, last, district.orElse(null)).stream()
                .map(row -> new DayShare(row.payer(), row.day(), Fen.of(row.fen())))
                .toList();
    }

    /// Amounts booked on some days, both ends included, that are on no statement yet: on days that
    /// are not closed, and for parked providers. A payer may occur several times for a day.
    ///
    /// @param district limits the result to books of the district and to payers in it (either is
    ///   enough); empty for all
    @ReadOnly
    public List<DayShare> unstated(LocalDate first, LocalDate last, Optional<String> district) {
        var shares = new ArrayList<DayShare>();
        var notClosed = days.notClosed(first, last);
        for (var day : notClosed) {
            var stated = new HashSet<>(statements.providersOn(day.date()));
            claims.ofDay(day, district).stream()
                    .filter(claim -> !stated.contains(claim.providerId()))
                    .forEach(claim -> shares.add(share(day, claim)));
        }
        for (var parkedDay : parked.between(first, last)) {
            var day = new BusinessDay(parkedDay.id().day());
            if (!notClosed.contains(day)) {
                claims.ofProvider(day, parkedDay.id().providerId(), district)
                        .forEach(claim -> shares.add(share(day, claim)));
            }
        }
        return List.copyOf(shares);
    }

    private static DayShare share(BusinessDay day, BookedClaims.Claim claim) {
        return new DayShare(claim.payer(), day.date(), claim.fen());
    }
}
