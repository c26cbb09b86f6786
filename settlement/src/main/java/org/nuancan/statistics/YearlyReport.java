package org.nuancan.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The yearly report of an area: meal points by type, coverage, elders and meals.
///
/// @param lines all of [ReportLine], in its order
public record YearlyReport(List<Line> lines) {

    /// A line with its value.
    ///
    /// @param value empty if the district has not stated it, or if it is hidden
    /// @param hiding why the value must not be shown; empty if it may be
    public record Line(ReportLine line, OptionalLong value, Optional<CountedCell.Hiding> hiding) {

        private Line hidden(CountedCell.Hiding why) {
            return new Line(line, OptionalLong.empty(), Optional.of(why));
        }
    }

    public YearlyReport {
        lines = List.copyOf(lines);
    }

    /// @param last the last day of the report; points count if they are listed on it
    /// @param coverage empty if it is not stated
    public static YearlyReport of(
            LocalDate last,
            List<ListedPoint> points,
            Optional<Coverage> coverage,
            ServedTotals served) {
        return new YearlyReport(
                Stream.of(ReportLine.values())
                        .map(line ->
                                new Line(
                                        line,
                                        value(line, last, points, coverage, served),
                                        Optional.empty()))
                        .toList());
    }

    private static OptionalLong value(
            ReportLine line,
            LocalDate last,
            List<ListedPoint> points,
            Optional<Coverage> coverage,
            ServedTotals served) {
        var listed = points.stream().filter(point -> point.isListedOn(last)).toList();
        return switch (line) {
            case POINTS_TOTAL -> OptionalLong.of(listed.size());
            case POINTS_ADDED ->
                    OptionalLong.of(
                            listed.stream()
                                    .filter(point -> point.from().getYear() == last.getYear())
                                    .count());
            case POINTS_CARE, POINTS_RESTAURANT, POINTS_TABLE ->
                    OptionalLong.of(
                            listed.stream()
                                    .filter(point -> line.types().contains(point.type()))
                                    .count());
            case COVERAGE_COMMUNITIES ->
                    coverage.stream().mapToLong(Coverage::communities).findFirst();
            case COVERAGE_PEOPLE -> coverage.stream().mapToLong(Coverage::people).findFirst();
            case SERVED_PERSONS -> OptionalLong.of(served.persons());
            case SERVED_TIMES -> OptionalLong.of(served.times());
            case FOCUS_PERSONS -> OptionalLong.of(served.focusPersons());
            case FOCUS_TIMES -> OptionalLong.of(served.focusTimes());
        };
    }

    /// The same report for readers who may not see figures of few elders. The figures of elders in
    /// focus are also hidden if few others are left, because these could be computed.
    public YearlyReport hidingFew() {
        var persons = value(ReportLine.SERVED_PERSONS);
        var focus = value(ReportLine.FOCUS_PERSONS);
        return new YearlyReport(
                lines.stream()
                        .map(line ->
                                switch (line.line()) {
                                    case SERVED_PERSONS, SERVED_TIMES ->
                                            SmallCells.isFew(persons)
                                                    ? line.hidden(CountedCell.Hiding.FEW)
                                                    : line;
                                    case FOCUS_PERSONS, FOCUS_TIMES ->
                                            hiding(persons, focus).map(line::hidden).orElse(line);
                                    case POINTS_TOTAL,
                                            POINTS_ADDED,
                                            POINTS_CARE,
                                            POINTS_RESTAURANT,
                                            POINTS_TABLE,
                                            COVERAGE_COMMUNITIES,
                                            COVERAGE_PEOPLE ->
                                            line;
                                })
                        .toList());
    }

    private static Optional<CountedCell.Hiding> hiding(long persons, long focus) {
        if (SmallCells.isFew(focus) || SmallCells.isFew(persons)) {
            return Optional.of(CountedCell.Hiding.FEW);
        }
        return SmallCells.isFew(persons - focus)
                ? Optional.of(CountedCell.Hiding.SECOND)
                : Optional.empty();
    }

    private long value(ReportLine wanted) {
        return lines.stream()
                .filter(line -> line.line() == wanted)
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }
}
