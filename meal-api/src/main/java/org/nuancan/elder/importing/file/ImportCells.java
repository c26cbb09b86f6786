package org.nuancan.elder.importing.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nuancan.elder.CardKind;
import org.nuancan.elder.importing.file.ImportFault.Code;
import org.nuancan.elder.record.ElderAnswer.HeldBody;
import org.nuancan.elder.record.ElderAnswer.HouseholdBody;
import org.nuancan.elder.record.ElderRequests.CardIssue;
import org.nuancan.elder.record.ElderRequests.Registration;
import org.nuancan.http.text.ContractDate;
import org.nuancan.policy.fact.Household;
import org.nuancan.text.CsvReader;
import org.nuancan.text.TextFault;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// The cells of a row as the bodies of requests, and what is wrong with cells that cannot be read.
/// Where a cell has a fault, its field has a harmless value and is not checked any further.
final class ImportCells {

    private static final int MOST_FAULTS = 12;
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})([-/])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern SEVERAL = Pattern.compile("[;；|、]");
    private static final Pattern COLON = Pattern.compile("[:：]");
    private static final Pattern GRADE = Pattern.compile("[0-9]{1,4}");

    /// Texts by the same rule as in JSON; each field limits their length.
    private static final TextRule WORDS = TextRule.words(CsvReader.LONGEST_CELL).orEmpty();

    private final ImportFile.Row.Cells row;
    private final ImportRow.Circumstances circumstances;
    private final Map<ImportColumn, Set<Code>> faults = new EnumMap<>(ImportColumn.class);

    ImportCells(ImportFile.Row.Cells row, ImportRow.Circumstances circumstances) {
        this.row = row;
        this.circumstances = circumstances;
    }

    /// Notes what is wrong with a column, once.
    void fault(ImportColumn column, Code code) {
        faults.computeIfAbsent(column, _ -> EnumSet.noneOf(Code.class)).add(code);
    }

    /// Whether anything is wrong with a column.
    boolean hasFault(ImportColumn column) {
        return faults.containsKey(column);
    }

    /// As [#fault], unless the column has a fault already.
    void faultUnlessKnown(ImportColumn column, Code code) {
        if (!hasFault(column)) {
            fault(column, code);
        }
    }

    /// The faults, at most 12, in the order of the columns.
    List<ImportFault> faults() {
        return faults.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(code -> ImportFault.of(entry.getKey(), code)))
                .limit(MOST_FAULTS)
                .toList();
    }

    /// The body that would register the elder.
    Registration registration() {
        // One division is used for both where the other is not given.
        var household = division(ImportColumn.HOUSEHOLD_DIVISION, ImportColumn.RESIDENCE_DIVISION);
        var residence = division(ImportColumn.RESIDENCE_DIVISION, ImportColumn.HOUSEHOLD_DIVISION);
        return new Registration(
                words(ImportColumn.NAME),
                row.cell(ImportColumn.ID_NUMBER),
                new HouseholdBody(kind(household), household),
                residence,
                words(ImportColumn.ADDRESS),
                words(ImportColumn.PHONE),
                categories(),
                careGrade(),
                several(ImportColumn.DIET),
                several(ImportColumn.ALLERGENS),
                List.of());
    }

    /// The body that would hand out the card; empty if there is none.
    Optional<CardIssue> card() {
        var kind = ImportWords.CARDS.get(row.cell(ImportColumn.CARD_KIND));
        if (kind == null) {
            fault(ImportColumn.CARD_KIND, Code.VALUE);
        }
        var until = row.cell(ImportColumn.CARD_VALID_TO);
        var validTo = until.isEmpty() ? Optional.<LocalDate>empty() : day(until);
        if (!until.isEmpty() && validTo.isEmpty()) {
            fault(ImportColumn.CARD_VALID_TO, Code.DATE_INVALID);
        }
        return Optional.of(row.cell(ImportColumn.CARD_NUMBER))
                .filter(number -> !number.isEmpty())
                .map(number ->
                        new CardIssue(
                                number,
                                kind == null ? CardKind.SENIOR_CARD : kind,
                                validTo.orElse(null)));
    }

    private String words(ImportColumn column) {
        return words(column, row.cell(column));
    }

    private String words(ImportColumn column, String text) {
        return switch (WORDS.read(text)) {
            case TextReading.Accepted(var folded) -> folded;
            case TextReading.Refused(var fault) -> {
                fault(column, fault == TextFault.ID_NUMBER ? Code.ID_NUMBER_IN_TEXT : Code.VALUE);
                yield "";
            }
        };
    }

    private List<String> several(ImportColumn column) {
        return parts(column).stream().map(word -> words(column, word)).toList();
    }

    private List<String> parts(ImportColumn column) {
        return SEVERAL.splitAsStream(row.cell(column))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String division(ImportColumn column, ImportColumn otherwise) {
        var own = row.cell(column);
        return own.isEmpty() ? row.cell(otherwise) : own;
    }

    private Household.Kind kind(String household) {
        var word = row.cell(ImportColumn.HOUSEHOLD_KIND);
        var kind = ImportWords.HOUSEHOLDS.get(word);
        if (kind == null && !word.isEmpty()) {
            fault(ImportColumn.HOUSEHOLD_KIND, Code.VALUE);
        }
        if (kind != null) {
            return kind;
        }
        return household.startsWith(circumstances.city())
                ? Household.Kind.LOCAL
                : Household.Kind.NON_LOCAL;
    }

    private int careGrade() {
        var grade = row.cell(ImportColumn.CARE_GRADE);
        if (!grade.isEmpty() && !GRADE.matcher(grade).matches()) {
            fault(ImportColumn.CARE_GRADE, Code.VALUE);
            return 0;
        }
        return grade.isEmpty() ? 0 : Integer.parseInt(grade);
    }

    /// Each as `CATEGORY`, `CATEGORY:from` or `CATEGORY:from:to`.
    private List<HeldBody> categories() {
        var held = new ArrayList<HeldBody>();
        for (var word : parts(ImportColumn.CATEGORIES)) {
            var parts = COLON.split(word, 3);
            var category = ImportWords.CATEGORIES.get(parts[0].strip());
            if (category == null) {
                fault(ImportColumn.CATEGORIES, Code.CATEGORY_UNKNOWN);
                continue;
            }
            var from = parts.length > 1 ? day(parts[1]) : Optional.of(circumstances.today());
            var to = parts.length > 2 ? day(parts[2]) : Optional.<LocalDate>empty();
            if (from.isEmpty() || (parts.length > 2 && to.isEmpty())) {
                fault(ImportColumn.CATEGORIES, Code.DATE_INVALID);
                continue;
            }
            held.add(new HeldBody(category, from.get(), to.orElse(null), ""));
        }
        return held;
    }

    private static Optional<LocalDate> day(String text) {
        var day = DAY.matcher(text.strip());
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ContractDate.parse(
                            "%s-%s-%s"
                                    .formatted(
                                            day.group(1), two(day.group(3)), two(day.group(4)))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
