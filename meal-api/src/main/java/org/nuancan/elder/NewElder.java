package org.nuancan.elder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.fact.ElderStatus;

/// Somebody to be registered.
///
/// @param idNumber by which two are the same
/// @param person name, phone, address, contacts
/// @param standing household, residence and care grade, from birth on
/// @param categories what entitles
/// @param needs diet and allergens
public record NewElder(
        IdNumber idNumber,
        Person person,
        Standing standing,
        List<HeldCategory> categories,
        Needs needs) {

    /// Copies the list.
    public NewElder {
        categories = List.copyOf(categories);
    }

    /// A stay in an institution or hospital, both days included.
    ///
    /// @param from the first day
    /// @param to the last day; empty: still there
    /// @param where may be empty
    public record NewStay(LocalDate from, Optional<LocalDate> to, String where) {}

    /// A card to be handed out.
    ///
    /// @param number belongs to one elder for good
    /// @param kind what sort
    /// @param validTo the last day; empty: open
    public record NewCard(CardNumber number, CardKind kind, Optional<LocalDate> validTo) {}

    /// A status from a day on.
    ///
    /// @param status which
    /// @param on the first day; for the dead, the day of death
    /// @param reason may be empty
    public record NewStatus(ElderStatus status, LocalDate on, String reason) {}

    /// An elder with all that is known from the start.
    ///
    /// @param elder who
    /// @param stays in institutions
    /// @param status where it is not `ACTIVE`
    /// @param cards handed out already
    public record Enrolment(
            NewElder elder, List<NewStay> stays, Optional<NewStatus> status, List<NewCard> cards) {

        /// Copies the lists.
        public Enrolment {
            stays = List.copyOf(stays);
            cards = List.copyOf(cards);
        }

        /// Nothing but the elder.
        public static Enrolment of(NewElder elder) {
            return new Enrolment(elder, List.of(), Optional.empty(), List.of());
        }
    }

    /// Who wrote something down, and when.
    ///
    /// @param by the user's name
    /// @param at by business time
    public record Written(String by, Instant at) {}

    @Override
    public String toString() {
        return "NewElder[%s, %s]".formatted(idNumber.masked(), person.name().masked());
    }
}
