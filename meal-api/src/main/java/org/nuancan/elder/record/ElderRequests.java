package org.nuancan.elder.record;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.CardKind;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.CardState;
import org.nuancan.elder.Contact;
import org.nuancan.elder.HeldCategory;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.LifeDays;
import org.nuancan.elder.Needs;
import org.nuancan.elder.NewElder;
import org.nuancan.elder.Person;
import org.nuancan.elder.PersonName;
import org.nuancan.elder.Standing;
import org.nuancan.elder.change.ElderPatch;
import org.nuancan.elder.record.ElderAnswer.HeldBody;
import org.nuancan.elder.record.ElderAnswer.HouseholdBody;
import org.nuancan.elder.record.ElderAnswer.StayBody;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Verbatim;
import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.ElderStatus;
import org.nuancan.policy.fact.Household;

/// Request bodies about elders. Their `toString` shows no personal data.
public final class ElderRequests {

    static final String PHONE = "[0-9+() -]{0,32}";
    static final String WORD = "\\P{Cntrl}+";
    public static final String REPEATED = "REPEATED";
    private static final int MOST_WORDS = 30;
    private static final int MOST_CATEGORIES = 40;
    private static final int MOST_CONTACTS = 10;

    private ElderRequests() {}

    /// Somebody to be registered.
    @Introspected
    public record Registration(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Verbatim @Size(max = 100) String idNumber,
            @NotNull @Valid HouseholdBody household,
            @NotNull @Pattern(regexp = ElderAnswer.DIVISION) String residenceDivision,
            @NotNull @Size(max = 300) String address,
            @NotNull @Pattern(regexp = PHONE) String phone,
            @NotNull @Size(max = MOST_CATEGORIES) List<@NotNull @Valid HeldBody> categories,
            @NotNull @Min(0) @Max(6) Integer careGrade,
            @NotNull @Size(max = MOST_WORDS)
                    List<@NotBlank @Size(max = 40) @Pattern(regexp = WORD) String> diet,
            @NotNull @Size(max = MOST_WORDS)
                    List<@NotBlank @Size(max = 40) @Pattern(regexp = WORD) String> allergens,
            @NotNull @Size(max = MOST_CONTACTS) List<@NotNull @Valid Contact> contacts) {

        /// The ID number; empty if it is not valid, or its birth date cannot be of a living person.
        public Optional<IdNumber> number(LocalDate today) {
            return IdNumber.parse(idNumber)
                    .filter(parsed -> LifeDays.isBirth(parsed.birthDate(), today));
        }

        /// The pointer to the first day that is not possible in a life.
        public Optional<String> impossibleDay(LifeDays life) {
            return impossible(
                    life.firstImpossible(categories.stream().map(HeldBody::from).toList()));
        }

        /// @param today the latest date of birth
        /// @throws ProblemException `ID_NUMBER_INVALID`, `DAY_IMPOSSIBLE`, or `REQUEST_INVALID` for
        ///   days in disorder
        public NewElder elder(LocalDate today) {
            var number =
                    number(today)
                            .orElseThrow(() -> ProblemException.of(ProblemCode.ID_NUMBER_INVALID));
            var held = held(categories);
            impossibleDay(new LifeDays(number.birthDate(), today))
                    .ifPresent(pointer -> {
                        throw impossible(pointer);
                    });
            return new NewElder(
                    number,
                    new Person(new PersonName(name), phone, address, contacts),
                    new Standing(
                            ElderRequests.household(household),
                            new Division(residenceDivision),
                            careGrade),
                    held,
                    new Needs(diet, allergens));
        }

        @Override
        public String toString() {
            return "Registration[…]";
        }
    }

    /// What should change; absent or null stays as it is.
    ///
    /// @param version as it was read
    @Introspected
    record Change(
            @NotNull Integer version,
            @Nullable @Size(min = 1, max = 100) @Pattern(regexp = ".*\\S.*") String name,
            @Nullable @Valid HouseholdBody household,
            @Nullable @Pattern(regexp = ElderAnswer.DIVISION) String residenceDivision,
            @Nullable @Size(max = 300) String address,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @Nullable @Size(max = MOST_CATEGORIES) List<@NotNull @Valid HeldBody> categories,
            @Nullable @Min(0) @Max(6) Integer careGrade,
            @Nullable @Size(max = MOST_WORDS)
                    List<@NotBlank @Size(max = 40) @Pattern(regexp = WORD) String> diet,
            @Nullable @Size(max = MOST_WORDS)
                    List<@NotBlank @Size(max = 40) @Pattern(regexp = WORD) String> allergens,
            @Nullable @Size(max = MOST_CONTACTS) List<@NotNull @Valid Contact> contacts) {

        /// @throws ProblemException `REQUEST_INVALID` for days in disorder
        ElderPatch patch() {
            return new ElderPatch(
                    new ElderPatch.Reach(
                            Optional.ofNullable(name).map(PersonName::new),
                            Optional.ofNullable(phone),
                            Optional.ofNullable(address),
                            Optional.ofNullable(contacts)),
                    Optional.ofNullable(household).map(ElderRequests::household),
                    Optional.ofNullable(residenceDivision).map(Division::new),
                    Optional.ofNullable(careGrade),
                    Optional.ofNullable(categories).map(ElderRequests::held),
                    Optional.ofNullable(diet),
                    Optional.ofNullable(allergens));
        }

        @Override
        public String toString() {
            return "Change[…]";
        }
    }

    /// A search for an elder by exactly one of these.
    @Introspected
    record Search(
            @Nullable @Verbatim @Size(max = 100) String idNumber,
            @Nullable @Size(max = 100) String name,
            @Nullable @Size(max = 32) String phone,
            @Nullable @Verbatim @Size(max = 100) String cardNumber) {

        /// @param today the latest date of birth
        /// @throws ProblemException `REQUEST_INVALID` if there is not exactly one,
        ///   `ID_NUMBER_INVALID`
        Optional<ElderSearchService.Clue> clue(LocalDate today) {
            var clues = new ArrayList<Optional<ElderSearchService.Clue>>();
            if (idNumber != null) {
                clues.add(
                        Optional.of(
                                new ElderSearchService.Clue.ById(
                                        IdNumber.parse(idNumber)
                                                .filter(parsed ->
                                                        LifeDays.isBirth(parsed.birthDate(), today))
                                                .orElseThrow(() ->
                                                        ProblemException.of(
                                                                ProblemCode.ID_NUMBER_INVALID)))));
            }
            if (name != null) {
                clues.add(
                        name.isBlank()
                                ? Optional.empty()
                                : Optional.of(
                                        new ElderSearchService.Clue.ByName(new PersonName(name))));
            }
            if (phone != null) {
                clues.add(Optional.of(new ElderSearchService.Clue.ByPhone(phone)));
            }
            if (cardNumber != null) {
                clues.add(CardNumber.parse(cardNumber).map(ElderSearchService.Clue.ByCard::new));
            }
            if (clues.size() != 1) {
                throw invalid(
                        "",
                        "EXACTLY_ONE",
                        "idNumber, name, phone, cardNumber 须且只须给出一项 / exactly one of them");
            }
            return clues.getFirst();
        }

        @Override
        public String toString() {
            return "Search[…]";
        }
    }

    /// A status from a day on.
    @Introspected
    record StatusChange(
            @NotNull ElderStatus status,
            @NotNull LocalDate on,
            @NotNull @Size(max = 500) String reason) {

        @Override
        public String toString() {
            return "StatusChange[%s, %s]".formatted(status, on);
        }
    }

    /// A card to be handed out.
    ///
    /// @param validTo the last day; null: open
    @Introspected
    public record CardIssue(
            @NotNull @Verbatim @Pattern(regexp = "[0-9A-Za-z-]{1,32}") String cardNumber,
            @NotNull CardKind kind,
            @Nullable LocalDate validTo) {

        /// @throws ProblemException `CARD_NUMBER_INVALID` for an ID number
        public NewElder.NewCard card() {
            var number =
                    CardNumber.parse(cardNumber)
                            .orElseThrow(
                                    () -> ProblemException.of(ProblemCode.CARD_NUMBER_INVALID));
            return new NewElder.NewCard(number, kind, Optional.ofNullable(validTo));
        }

        @Override
        public String toString() {
            return "CardIssue[…]";
        }
    }

    /// What a card should become.
    ///
    /// @param reason null: none given
    /// @param inWriting null: no
    @Introspected
    record CardChange(
            @NotNull CardState state,
            @Nullable @Size(max = 500) String reason,
            @Nullable Boolean inWriting) {

        CardService.NewState newState() {
            return new CardService.NewState(
                    state, inWriting != null && inWriting, reason == null ? "" : reason);
        }
    }

    /// What sort of code is wanted.
    ///
    /// @param proxy whether somebody else fetches the meal; null: no
    @Introspected
    record CodeIssue(@Nullable Boolean proxy) {

        boolean isProxy() {
            return proxy != null && proxy;
        }
    }

    static NewElder.NewStay stay(StayBody body) {
        if (body.to() != null && body.to().isBefore(body.from())) {
            throw invalid("/to", "PERIOD", "不得早于 from / not before from");
        }
        return new NewElder.NewStay(body.from(), Optional.ofNullable(body.to()), body.where());
    }

    private static Household household(HouseholdBody body) {
        return new Household(body.kind(), new Division(body.division()));
    }

    /// Faults of categories that do not depend on the elder: days in disorder, one twice.
    public static List<Fault> faultsOf(List<HeldBody> bodies) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<List<@Nullable Object>>();
        for (var i = 0; i < bodies.size(); i++) {
            var body = bodies.get(i);
            if (body.to() != null && body.to().isBefore(body.from())) {
                faults.add(
                        new Fault(
                                "/categories/%d/to".formatted(i),
                                "PERIOD",
                                "不得早于 from / not before from"));
            }
            if (!seen.add(Arrays.asList(body.category(), body.from(), body.to()))) {
                faults.add(
                        new Fault(
                                "/categories/%d".formatted(i),
                                REPEATED,
                                "与前面的重复 / the same as an earlier one"));
            }
        }
        return List.copyOf(faults);
    }

    private static List<HeldCategory> held(List<HeldBody> bodies) {
        var faults = faultsOf(bodies);
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, faults);
        }
        return bodies.stream()
                .map(body ->
                        new HeldCategory(
                                body.category(),
                                body.from(),
                                Optional.ofNullable(body.to()),
                                body.evidence()))
                .toList();
    }

    /// The pointer to a category whose day is not possible.
    static Optional<String> impossible(OptionalInt place) {
        return place.isPresent()
                ? Optional.of("/categories/%d/from".formatted(place.getAsInt()))
                : Optional.empty();
    }

    /// The refusal of a day that is not possible in a life.
    static ProblemException impossible(String pointer) {
        return ProblemException.of(
                ProblemCode.DAY_IMPOSSIBLE,
                List.of(
                        new Fault(
                                pointer,
                                "DAY_IMPOSSIBLE",
                                "须在出生之后 / between birth and today, or soon after")));
    }

    private static ProblemException invalid(String pointer, String code, String detail) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID, List.of(new Fault(pointer, code, detail)));
    }
}
