package org.nuancan.finance.statistics;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.ledger.reading.GrantShares;
import org.nuancan.money.Fen;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.statistics.CellTable;
import org.nuancan.statistics.CoverageService;
import org.nuancan.statistics.LedgerFooting;
import org.nuancan.statistics.ListedPoint;
import org.nuancan.statistics.ServedTally;
import org.nuancan.statistics.SmallCells;
import org.nuancan.statistics.Tabulation;
import org.nuancan.statistics.YearlyReport;

/// Counts the meals of a stretch of days, of one instant.
@Singleton
class StatisticsService {

    /// The greatest number of cells in an answer.
    static final int MOST_CELLS = 20_000;

    /// Roles that see figures of fewer than 5 elders.
    private static final Set<String> SEE_FEW =
            Set.of(Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR);

    /// The result for a caller.
    ///
    /// @param footing empty if the total is hidden from the caller
    record Statistic(
            Instant asOf, CellTable table, Optional<LedgerFooting> footing, YearlyReport report) {}

    private final CountedArea area;
    private final CountedMeals meals;
    private final GrantShares grants;
    private final CoverageService coverage;
    private final Clock clock;

    StatisticsService(
            CountedArea area,
            CountedMeals meals,
            GrantShares grants,
            CoverageService coverage,
            Clock clock) {
        this.area = area;
        this.meals = meals;
        this.grants = grants;
        this.coverage = coverage;
        this.clock = clock;
    }

    /// Counts meals by the dimensions of a request, and the lines of the yearly report.
    ///
    /// @throws ProblemException `REQUEST_INVALID`, `STATISTICS_TOO_LARGE`
    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    Statistic count(StatisticsRequest request, Caller caller) {
        request.check();
        var asOf = clock.instant();
        var tabulation = new Tabulation(request.dimensions());
        var served = new ServedTally();
        var sites = area.sites(caller, request.district());
        meals.read(
                request.from(),
                request.to(),
                sites,
                meal -> {
                    tabulation.add(meal);
                    served.add(meal);
                    if (tabulation.size() > MOST_CELLS) {
                        throw ProblemException.of(ProblemCode.STATISTICS_TOO_LARGE);
                    }
                });
        var report =
                YearlyReport.of(
                        request.to(),
                        sites.stream().map(StatisticsService::point).toList(),
                        CountedArea.whole(caller, request.district())
                                .flatMap(code -> coverage.sum(request.to().getYear(), code)),
                        served.served());
        var table = tabulation.table();
        var footing = new LedgerFooting(table.total().figures().granted(), booked(request, sites));
        return forCaller(new Statistic(asOf, table, Optional.of(footing), report), caller);
    }

    private static ListedPoint point(SiteOnFile site) {
        return new ListedPoint(site.type(), site.profile().listedFrom(), site.profile().listedTo());
    }

    private Fen booked(StatisticsRequest request, List<SiteOnFile> sites) {
        var districts = sites.stream().map(SiteOnFile::districtCode).distinct().toList();
        return grants.sum(
                request.from(),
                request.to(),
                districts.size() == 1 ? Optional.of(districts.getFirst()) : Optional.empty(),
                sites.stream().map(SiteOnFile::siteId).toList());
    }

    private static Statistic forCaller(Statistic full, Caller caller) {
        if (SEE_FEW.contains(caller.role())) {
            return full;
        }
        var table = SmallCells.hide(full.table());
        return new Statistic(
                full.asOf(),
                table,
                table.total().hiding().isPresent() ? Optional.empty() : full.footing(),
                full.report().hidingFew());
    }
}
