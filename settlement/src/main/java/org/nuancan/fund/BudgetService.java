package org.nuancan.fund;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.db.Ids;
import org.nuancan.money.Fen;

/// Budgets by payer and year: the first amount and every amendment. A budget is the sum of its
/// entries.
@Singleton
public class BudgetService {

    /// One change of a budget.
    ///
    /// @param change less than 0 if the budget is reduced
    public record Entry(
            long entryId,
            String payer,
            int year,
            Fen change,
            String reason,
            String madeBy,
            Instant madeAt) {}

    /// Outcome of a request to change a budget.
    public sealed interface Outcome {

        /// The change is stored.
        ///
        /// @param total the budget
        record Changed(Entry entry, Fen total) implements Outcome {}

        /// The budget would fall below 0.
        ///
        /// @param total the unchanged budget
        record BelowZero(Fen total) implements Outcome {}
    }

    private static final String DIVISION = "[0-9]{2,9}";

    private final FundYearRepository years;
    private final BudgetEntryRepository entries;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    BudgetService(
            FundYearRepository years,
            BudgetEntryRepository entries,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.years = years;
        this.entries = entries;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Sets a budget, or amends it.
    ///
    /// @param change not 0
    @Transactional
    public Outcome change(String payer, int year, Fen change, String reason, String by) {
        years.add(payer, year);
        var before = Fen.of(years.lock(payer, year));
        var after = before.plus(change);
        if (after.isNegative()) {
            return new Outcome.BelowZero(before);
        }
        var entry = new Entry(ids.next(), payer, year, change, reason, by, clock.instant());
        var _ = entries.save(BudgetEntryEntity.of(entry));
        years.set(payer, year, after.value());
        audit.write(List.of(audited(entry, before, after)));
        return new Outcome.Changed(entry, after);
    }

    private static AuditLog.Entry audited(Entry entry, Fen before, Fen after) {
        // A charity belongs to no division.
        var division = entry.payer().matches(DIVISION) ? entry.payer() : "";
        return new AuditLog.Entry(
                AuditLog.Area.BUDGET,
                entry.madeBy(),
                "CHANGED",
                "budget %s %d".formatted(entry.payer(), entry.year()),
                "reason: " + entry.reason(),
                AuditLog.Content.of(
                        division,
                        "budgetFen",
                        Long.toString(before.value()),
                        Long.toString(after.value())));
    }

    /// The changes of a year, oldest first, of the payers whose code starts with `area`.
    @ReadOnly
    public List<Entry> list(int year, Optional<String> area) {
        return entries.list(year, area.orElse(null)).stream()
                .map(BudgetEntryEntity::entry)
                .toList();
    }
}
