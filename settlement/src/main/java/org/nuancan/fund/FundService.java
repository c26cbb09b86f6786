package org.nuancan.fund;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nuancan.close.query.PayerShares;
import org.nuancan.close.query.PayerShares.DayShare;
import org.nuancan.money.Fen;
import org.nuancan.receipt.ReceiptService;

/// Sums the amounts that payers budget, grant, owe and have paid in a year.
///
/// A district sees all amounts of its own payers, and of other payers the amounts in its own books.
@Singleton
public class FundService {

    private final FundYearRepository years;
    private final PayerShares shares;
    private final ReceiptService receipts;

    FundService(FundYearRepository years, PayerShares shares, ReceiptService receipts) {
        this.years = years;
        this.shares = shares;
        this.receipts = receipts;
    }

    /// All payers of a year, in the order of their names, as of one instant.
    ///
    /// @param today the last day that counts
    /// @param district limits the result to what the district may see; empty for the city
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    public List<FundYear> snapshot(int year, LocalDate today, Optional<String> district) {
        return list(year, today, district);
    }

    /// Like [#snapshot], in the caller's transaction.
    List<FundYear> list(int year, LocalDate today, Optional<String> district) {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        var claimed = shares.stated(first, last, district);
        var booked = shares.unstated(first, last, district);
        var budgets = years.list(year, district.orElse(null));
        var paid = receipts.paidByPayers(first, last, district);
        var payers = new TreeSet<String>();
        claimed.forEach(share -> payers.add(share.payer()));
        booked.forEach(share -> payers.add(share.payer()));
        budgets.forEach(row -> payers.add(row.id().payer()));
        payers.addAll(paid.keySet());
        var until = today.isAfter(last) ? last : today;
        var found = new ArrayList<FundYear>();
        for (var payer : payers) {
            var course = new Course(days(payer, claimed, booked), until);
            var budget =
                    budgets.stream()
                            .filter(row -> row.id().payer().equals(payer))
                            .map(row -> Fen.of(row.fen()))
                            .findFirst();
            found.add(
                    new FundYear(
                            payer,
                            budget,
                            course.total(),
                            claimed(payer, claimed),
                            paid.getOrDefault(payer, Fen.ZERO),
                            course.forecast(last),
                            budget.map(fen -> course.warnings(fen, last)).orElse(List.of())));
        }
        return List.copyOf(found);
    }

    private static NavigableMap<LocalDate, Fen> days(
            String payer, List<DayShare> claimed, List<DayShare> booked) {
        var days = new TreeMap<LocalDate, Fen>();
        for (var some : List.of(claimed, booked)) {
            some.stream()
                    .filter(share -> share.payer().equals(payer))
                    .forEach(share -> days.merge(share.day(), share.claim(), Fen::plus));
        }
        return days;
    }

    private static Fen claimed(String payer, List<DayShare> claimed) {
        return Fen.sum(
                claimed.stream()
                        .filter(share -> share.payer().equals(payer))
                        .map(DayShare::claim)
                        .toList());
    }
}
