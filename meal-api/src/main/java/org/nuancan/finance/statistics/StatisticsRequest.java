package org.nuancan.finance.statistics;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.policy.fact.Division;
import org.nuancan.statistics.Dimension;

/// A request for statistics.
///
/// @param from the first service date
/// @param to the last service date, at most 366 days in all
/// @param districtCode limits the sites to a district; null for all of the caller's sites
/// @param by up to three dimensions, separated by commas; null for the total alone
@Introspected
record StatisticsRequest(
        @QueryValue LocalDate from,
        @QueryValue LocalDate to,
        @QueryValue @Nullable String districtCode,
        @Parameter(
                        description =
                                "Up to three of month, district, street, siteType, site, slot,"
                                        + " fulfilment, ageBand, category, household, policy, tender,"
                                        + " separated by commas.")
                @QueryValue
                @Nullable String by) {

    /// The longest stretch in days: a leap year.
    static final int MOST_DAYS = 366;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_DIMENSIONS = 3;
    private static final int DISTRICT = 6;

    /// @throws ProblemException `REQUEST_INVALID`
    void check() {
        if (to.isBefore(from)) {
            throw invalid("/to", "PERIOD", "to 早于 from / to is before from");
        }
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
            throw invalid("/from", "PERIOD", "限 2000 至 2199 年 / limited to the years 2000 to 2199");
        }
        if (to.isAfter(from.plusDays(MOST_DAYS - 1))) {
            throw invalid("/to", "PERIOD", "最多 366 天 / at most 366 days");
        }
        if (district().filter(code -> !isDistrict(code)).isPresent()) {
            throw invalid("/districtCode", "VALUE", "须为 6 位区划代码 / must have 6 digits");
        }
    }

    private static boolean isDistrict(String code) {
        return Division.isCode(code) && code.length() == DISTRICT;
    }

    Optional<String> district() {
        return Optional.ofNullable(districtCode);
    }

    /// The dimensions.
    ///
    /// @throws ProblemException `REQUEST_INVALID` for an unknown one, one that is named twice, or
    ///   more than three
    List<Dimension> dimensions() {
        if (by == null || by.isEmpty()) {
            return List.of();
        }
        var names = List.of(by.split(",", MOST_DIMENSIONS + 1));
        if (names.size() > MOST_DIMENSIONS || names.stream().distinct().count() < names.size()) {
            throw invalid("/by", "VALUE", "最多三项，不得重复 / at most three, each once");
        }
        return names.stream().map(StatisticsRequest::dimension).toList();
    }

    private static Dimension dimension(String name) {
        return Arrays.stream(Dimension.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("/by", "VALUE", "没有这样的统计口径 / no such dimension"));
    }

    private static ProblemException invalid(String pointer, String code, String detail) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new ProblemException.Fault(pointer, code, detail)));
    }
}
