package org.nuancan.elder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.ImportFault.Code;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.NewCard;
import org.nuancan.policy.Category;
import org.nuancan.policy.Division;
import org.nuancan.policy.Household;
import org.nuancan.text.IdNumberDigits;

/// Reads one row of an import file: an elder, or all that is wrong.
final class ImportRow {

    /// What a row is.
    sealed interface Outcome {

        /// Somebody to be registered.
        record Good(int line, Enrolment enrolment) implements Outcome {}

        /// A row that cannot be taken.
        ///
        /// @param maskedIdNumber the ID number as far as it may be shown
        record Bad(int line, String maskedIdNumber, List<ImportFault> faults) implements Outcome {}
    }

    /// Under which circumstances rows are read.
    ///
    /// @param today categories without days hold from here; nobody is born later
    /// @param area where the caller may register somebody
    /// @param city the code of the city
    record Circumstances(LocalDate today, Area area, String city) {}

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d]")
                    .withResolverStyle(ResolverStyle.STRICT);
    private static final String SEVERAL = "[;；|、]";
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 30;
    private static final int LONGEST_SHOWN = 18;

    private static final Map<String, Category> CHINESE_CATEGORIES =
            Map.ofEntries(
                    Map.entry("特困", Category.EXTREME_POVERTY),
                    Map.entry("低保", Category.MINIMUM_LIVING),
                    Map.entry("低收入", Category.LOW_INCOME),
                    Map.entry("失能", Category.DISABLED),
                    Map.entry("失智", Category.DEMENTIA),
                    Map.entry("重度残疾", Category.SEVERE_DISABILITY),
                    Map.entry("计生特殊", Category.FAMILY_PLANNING_SPECIAL),
                    Map.entry("独居", Category.LIVING_ALONE),
                    Map.entry("空巢", Category.EMPTY_NEST),
                    Map.entry("优抚", Category.PREFERENTIAL_TREATMENT),
                    Map.entry("三属五老", Category.VETERAN_CADRE));
    private static final Map<String, Household.Kind> KINDS =
            Map.of(
                    "LOCAL", Household.Kind.LOCAL,
                    "本市", Household.Kind.LOCAL,
                    "本市户籍", Household.Kind.LOCAL,
                    "NON_LOCAL", Household.Kind.NON_LOCAL,
                    "外埠", Household.Kind.NON_LOCAL,
                    "非本市", Household.Kind.NON_LOCAL,
                    "非本市户籍", Household.Kind.NON_LOCAL);
    private static final Map<String, CardKind> CARD_KINDS =
            Map.of(
                    "", CardKind.SENIOR_CARD,
                    "SENIOR_CARD", CardKind.SENIOR_CARD,
                    "养老助残卡", CardKind.SENIOR_CARD,
                    "SOCIAL_SECURITY", CardKind.SOCIAL_SECURITY,
                    "社保卡", CardKind.SOCIAL_SECURITY,
                    "TEMPORARY", CardKind.TEMPORARY,
                    "临时卡", CardKind.TEMPORARY);

    private final ImportFile.Row row;
    private final Circumstances circumstances;
    private final List<ImportFault> faults = new ArrayList<>();

    private ImportRow(ImportFile.Row row, Circumstances circumstances) {
        this.row = row;
        this.circumstances = circumstances;
    }

    static Outcome read(ImportFile.Row row, Circumstances circumstances) {
        return new ImportRow(row, circumstances).outcome();
    }

    /// As much of what was meant as an ID number as may be shown.
    static String masked(String idNumber) {
        return IdNumber.parse(idNumber)
                .map(IdNumber::masked)
                .orElse("*".repeat(Math.min(LONGEST_SHOWN, idNumber.length())));
    }

    private Outcome outcome() {
        var idNumber = idNumber();
        var name = name();
        var standing = standing();
        var categories = categories();
        var needs = new Needs(words(ImportColumn.DIET), words(ImportColumn.ALLERGENS));
        var address = row.cell(ImportColumn.ADDRESS);
        var phone = row.cell(ImportColumn.PHONE);
        require(
                ImportColumn.ADDRESS,
                address.length() <= LONGEST_ADDRESS && !IdNumberDigits.areIn(address));
        require(ImportColumn.NAME, !IdNumberDigits.areIn(row.cell(ImportColumn.NAME)));
        require(ImportColumn.PHONE, phone.matches(ElderRequests.PHONE));
        var cards = cards();
        if (row.isTooLong()) {
            faults.add(new ImportFault(ImportColumn.NAME, Code.TOO_MANY_FIELDS));
        }
        if (idNumber == null || name == null || standing == null || !faults.isEmpty()) {
            return new Outcome.Bad(
                    row.line(), masked(row.cell(ImportColumn.ID_NUMBER)), List.copyOf(faults));
        }
        var person = new Person(name, phone, address, List.of());
        var elder = new NewElder(idNumber, person, standing, categories, needs);
        return new Outcome.Good(
                row.line(), new Enrolment(elder, List.of(), Optional.empty(), cards));
    }

    private @Nullable IdNumber idNumber() {
        var number =
                IdNumber.parse(row.cell(ImportColumn.ID_NUMBER))
                        .filter(parsed -> !parsed.birthDate().isAfter(circumstances.today()));
        if (number.isEmpty()) {
            faults.add(new ImportFault(ImportColumn.ID_NUMBER, Code.ID_NUMBER_INVALID));
        }
        return number.orElse(null);
    }

    private @Nullable PersonName name() {
        var name = row.cell(ImportColumn.NAME);
        if (name.isBlank()) {
            faults.add(new ImportFault(ImportColumn.NAME, Code.REQUIRED));
            return null;
        }
        try {
            return new PersonName(name);
        } catch (IllegalArgumentException tooLong) {
            faults.add(new ImportFault(ImportColumn.NAME, Code.VALUE));
            return null;
        }
    }

    private @Nullable Standing standing() {
        var grade = row.cell(ImportColumn.CARE_GRADE);
        require(ImportColumn.CARE_GRADE, grade.isEmpty() || grade.matches("[0-6]"));
        // One division stands for both where the other was not told.
        var household = division(ImportColumn.HOUSEHOLD_DIVISION, ImportColumn.RESIDENCE_DIVISION);
        var residence = division(ImportColumn.RESIDENCE_DIVISION, ImportColumn.HOUSEHOLD_DIVISION);
        if (household == null || residence == null) {
            return null;
        }
        var kind = kind(household);
        if (!circumstances.area().covers(household, residence)) {
            faults.add(new ImportFault(ImportColumn.RESIDENCE_DIVISION, Code.NOT_FOUND));
        }
        return kind == null || !grade.matches("[0-6]?")
                ? null
                : new Standing(
                        new Household(kind, new Division(household)),
                        new Division(residence),
                        grade.isEmpty() ? 0 : Integer.parseInt(grade));
    }

    private Household.@Nullable Kind kind(String household) {
        var told = row.cell(ImportColumn.HOUSEHOLD_KIND);
        if (told.isEmpty()) {
            return household.startsWith(circumstances.city())
                    ? Household.Kind.LOCAL
                    : Household.Kind.NON_LOCAL;
        }
        var kind = KINDS.get(told);
        require(ImportColumn.HOUSEHOLD_KIND, kind != null);
        return kind;
    }

    private @Nullable String division(ImportColumn column, ImportColumn otherwise) {
        var told = row.cell(column);
        var division = told.isEmpty() ? row.cell(otherwise) : told;
        if (!division.matches(ElderAnswer.DIVISION)) {
            faults.add(new ImportFault(column, Code.DIVISION_INVALID));
            return null;
        }
        return division;
    }

    private List<HeldCategory> categories() {
        var held = new ArrayList<HeldCategory>();
        for (var word : several(ImportColumn.CATEGORIES)) {
            // CATEGORY, CATEGORY:from or CATEGORY:from:to
            var parts = word.split("[:：]", 3);
            var category = category(parts[0].strip());
            if (category.isEmpty()) {
                faults.add(new ImportFault(ImportColumn.CATEGORIES, Code.CATEGORY_UNKNOWN));
                continue;
            }
            var from = parts.length > 1 ? day(parts[1]) : Optional.of(circumstances.today());
            var to = parts.length > 2 ? day(parts[2]) : Optional.<LocalDate>empty();
            var isInOrder =
                    from.isPresent()
                            && (parts.length < 3
                                    || to.filter(day -> !day.isBefore(from.get())).isPresent());
            if (!isInOrder) {
                faults.add(new ImportFault(ImportColumn.CATEGORIES, Code.DATE_INVALID));
                continue;
            }
            held.add(new HeldCategory(category.get(), from.get(), to, ""));
        }
        return held;
    }

    private static Optional<Category> category(String word) {
        return Arrays.stream(Category.values())
                .filter(category -> category.name().equals(word))
                .findFirst()
                .or(() -> Optional.ofNullable(CHINESE_CATEGORIES.get(word)));
    }

    private List<NewCard> cards() {
        var told = row.cell(ImportColumn.CARD_NUMBER);
        if (told.isEmpty()) {
            return List.of();
        }
        var number = CardNumber.parse(told);
        if (number.isEmpty()) {
            faults.add(new ImportFault(ImportColumn.CARD_NUMBER, Code.CARD_NUMBER_INVALID));
        }
        var kind = CARD_KINDS.get(row.cell(ImportColumn.CARD_KIND));
        require(ImportColumn.CARD_KIND, kind != null);
        var until = row.cell(ImportColumn.CARD_VALID_TO);
        var validTo = day(until);
        if (!until.isEmpty() && validTo.isEmpty()) {
            faults.add(new ImportFault(ImportColumn.CARD_VALID_TO, Code.DATE_INVALID));
        }
        return number.isEmpty() || kind == null
                ? List.of()
                : List.of(new NewCard(number.get(), kind, validTo));
    }

    private List<String> words(ImportColumn column) {
        var words = several(column);
        require(
                column,
                words.size() <= MOST_WORDS
                        && words.stream()
                                .allMatch(word ->
                                        word.length() <= LONGEST_WORD
                                                && word.matches(ElderRequests.WORD)));
        return words;
    }

    private List<String> several(ImportColumn column) {
        return Arrays.stream(row.cell(column).split(SEVERAL))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), DAY));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private void require(ImportColumn column, boolean holds) {
        if (!holds) {
            faults.add(new ImportFault(column, Code.VALUE));
        }
    }
}
