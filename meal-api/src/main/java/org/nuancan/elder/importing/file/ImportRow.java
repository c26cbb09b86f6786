package org.nuancan.elder.importing.file;

import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nuancan.elder.Area;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.LifeDays;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.importing.file.ImportFault.Code;
import org.nuancan.elder.record.ElderRequests;
import org.nuancan.elder.record.ElderRequests.CardIssue;
import org.nuancan.elder.record.ElderRequests.Registration;

/// Reads one row of an import file: an elder, or all that is wrong.
///
/// The cells become the body that registers an elder over JSON, and that body's own constraints
/// decide: what one door refuses, the other refuses too.
public final class ImportRow {

    /// What a row is.
    public sealed interface Outcome {

        /// Somebody to be registered.
        record Good(int line, Enrolment enrolment) implements Outcome {}

        /// A row that cannot be taken.
        ///
        /// @param maskedIdNumber the ID number as far as it may be shown
        record Bad(int line, String maskedIdNumber, List<ImportFault> faults) implements Outcome {}
    }

    /// Under which circumstances rows are read.
    ///
    /// @param today categories without days hold from here; the latest date of birth
    /// @param area where the caller may register somebody
    /// @param city the code of the city
    public record Circumstances(LocalDate today, Area area, String city) {}

    private static final int LONGEST_SHOWN = 18;

    private final Circumstances circumstances;
    private final Validator validator;
    private final ImportFile.Row.Cells row;
    private final ImportCells cells;

    private ImportRow(ImportFile.Row.Cells row, Circumstances circumstances, Validator validator) {
        this.row = row;
        this.circumstances = circumstances;
        this.validator = validator;
        this.cells = new ImportCells(row, circumstances);
    }

    /// Reads a row; a row with faults gives all of them.
    public static Outcome read(
            ImportFile.Row row, Circumstances circumstances, Validator validator) {
        return switch (row) {
            case ImportFile.Row.Broken(var line, var fault) ->
                    new Outcome.Bad(line, "", List.of(fault));
            case ImportFile.Row.Cells cells ->
                    new ImportRow(cells, circumstances, validator).outcome();
        };
    }

    /// As much of what was meant as an ID number as may be shown.
    public static String masked(String idNumber) {
        return IdNumber.parse(idNumber)
                .map(IdNumber::masked)
                .orElse("*".repeat(Math.min(LONGEST_SHOWN, idNumber.length())));
    }

    private Outcome outcome() {
        var today = circumstances.today();
        var registration = cells.registration();
        var card = cells.card();
        checkConstraints(registration);
        card.ifPresent(this::checkConstraints);
        checkNumbers(registration, card);
        registration
                .number(today)
                .map(number -> new LifeDays(number.birthDate(), today))
                .ifPresent(life -> checkDays(life, registration, card));
        checkArea(registration);
        if (row.isTooLong()) {
            cells.fault(ImportColumn.NAME, Code.TOO_MANY_FIELDS);
        }
        var faults = cells.faults();
        return faults.isEmpty()
                ? new Outcome.Good(
                        row.line(),
                        new Enrolment(
                                registration.elder(today),
                                List.of(),
                                Optional.empty(),
                                card.map(CardIssue::card).stream().toList()))
                : new Outcome.Bad(row.line(), masked(row.cell(ImportColumn.ID_NUMBER)), faults);
    }

    /// By the annotations of the bodies.
    private void checkConstraints(Object body) {
        for (var violation : validator.validate(body)) {
            var path = violation.getPropertyPath().toString();
            var column = column(path.replaceFirst("\\[.*", ""));
            var isMissing = violation.getInvalidValue() instanceof String text && text.isEmpty();
            cells.faultUnlessKnown(
                    column,
                    switch (column) {
                        case HOUSEHOLD_DIVISION, RESIDENCE_DIVISION -> Code.DIVISION_INVALID;
                        case CARD_NUMBER -> Code.CARD_NUMBER_INVALID;
                        default -> isMissing ? Code.REQUIRED : Code.VALUE;
                    });
        }
    }

    private static ImportColumn column(String field) {
        return switch (field) {
            case "household.kind" -> ImportColumn.HOUSEHOLD_KIND;
            case "household.division" -> ImportColumn.HOUSEHOLD_DIVISION;
            case "kind" -> ImportColumn.CARD_KIND;
            case "validTo" -> ImportColumn.CARD_VALID_TO;
            default ->
                    Arrays.stream(ImportColumn.values())
                            .filter(column -> column.field().equals(field))
                            .findFirst()
                            .orElseThrow();
        };
    }

    private void checkNumbers(Registration registration, Optional<CardIssue> card) {
        if (registration.number(circumstances.today()).isEmpty()) {
            cells.fault(ImportColumn.ID_NUMBER, Code.ID_NUMBER_INVALID);
        }
        if (card.isPresent() && CardNumber.parse(card.get().cardNumber()).isEmpty()) {
            cells.fault(ImportColumn.CARD_NUMBER, Code.CARD_NUMBER_INVALID);
        }
    }

    private void checkDays(LifeDays life, Registration registration, Optional<CardIssue> card) {
        for (var fault : ElderRequests.faultsOf(registration.categories())) {
            cells.fault(
                    ImportColumn.CATEGORIES,
                    fault.code().equals(ElderRequests.REPEATED)
                            ? Code.CATEGORY_TWICE
                            : Code.DATE_INVALID);
        }
        if (registration.impossibleDay(life).isPresent()) {
            cells.fault(ImportColumn.CATEGORIES, Code.DATE_INVALID);
        }
        var validTo = card.flatMap(body -> Optional.ofNullable(body.validTo()));
        if (!life.canBeValidTo(validTo)) {
            cells.fault(ImportColumn.CARD_VALID_TO, Code.DATE_INVALID);
        }
    }

    private void checkArea(Registration registration) {
        var household = registration.household().division();
        var residence = registration.residenceDivision();
        if (!cells.hasFault(ImportColumn.HOUSEHOLD_DIVISION)
                && !cells.hasFault(ImportColumn.RESIDENCE_DIVISION)
                && !circumstances.area().covers(household, residence)) {
            cells.fault(ImportColumn.RESIDENCE_DIVISION, Code.NOT_FOUND);
        }
    }
}
