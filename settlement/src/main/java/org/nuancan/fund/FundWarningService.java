package org.nuancan.fund;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.money.Fen;

/// Warns when 80, 95 and 100 per cent of a budget are used: once each for a payer and year, over
/// all nodes, also if the budget grows and the threshold is reached again.
@Singleton
public class FundWarningService {

    /// A warning that a part of a budget is used.
    ///
    /// @param percent 80, 95 or 100
    /// @param on the day on which it was reached
    /// @param budget the budget when the warning was made
    /// @param granted the granted amount at that time
    public record Warned(
            long warningId,
            String payer,
            int year,
            int percent,
            LocalDate on,
            Fen budget,
            Fen granted,
            Instant at) {}

    private final FundYearRepository years;
    private final FundWarningRepository warnings;
    private final FundService funds;
    private final Ids ids;
    private final Clock clock;

    FundWarningService(
            FundYearRepository years,
            FundWarningRepository warnings,
            FundService funds,
            Ids ids,
            Clock clock) {
        this.years = years;
        this.warnings = warnings;
        this.funds = funds;
        this.ids = ids;
        this.clock = clock;
    }

    /// Finds reached thresholds without a warning and stores the warnings.
    ///
    /// @param today the last day that counts
    /// @return the new warnings
    @Transactional
    public List<Warned> raise(int year, LocalDate today) {
        // Locked in the order of their names, so that of two concurrent runs one waits here.
        var locked = years.lockAll(year);
        var news = new ArrayList<Warned>();
        if (!locked.isEmpty()) {
            var known =
                    warnings.list(year, null).stream()
                            .map(FundWarningEntity::id)
                            .collect(toUnmodifiableSet());
            for (var fund : funds.list(year, today, Optional.empty())) {
                for (var warning : fund.warnings()) {
                    var key = new FundWarningEntity.Key(fund.payer(), year, warning.percent());
                    if (warning.reached() && !known.contains(key)) {
                        news.add(warned(year, fund, warning));
                    }
                }
            }
            var _ = warnings.saveAll(news.stream().map(FundWarningEntity::of).toList());
        }
        return List.copyOf(news);
    }

    private Warned warned(int year, FundYear fund, FundYear.Warning warning) {
        return new Warned(
                ids.next(),
                fund.payer(),
                year,
                warning.percent(),
                warning.on(),
                fund.budget().orElse(Fen.ZERO),
                fund.granted(),
                clock.instant());
    }

    /// The warnings of a year, the first one first.
    ///
    /// @param area limits the result to payers whose code starts with it
    @ReadOnly
    public List<Warned> list(int year, Optional<String> area) {
        return warnings.list(year, area.orElse(null)).stream()
                .map(FundWarningEntity::warned)
                .toList();
    }
}
