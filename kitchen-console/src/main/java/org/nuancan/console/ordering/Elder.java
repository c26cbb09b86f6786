package org.nuancan.console.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An elder as the desk and the street see one; name and ID number are masked.
///
/// @param careGrade 0 for none
/// @param status `ACTIVE`, `SUSPENDED`, `DECEASED` or `MOVED_AWAY`
public record Elder(
        String elderId,
        int version,
        String maskedName,
        String maskedIdNumber,
        int age,
        String sex,
        Household household,
        String address,
        String phone,
        List<Category> categories,
        int careGrade,
        List<String> diet,
        List<String> allergens,
        List<Contact> contacts,
        List<Stay> stays,
        String status,
        List<Card> cards) {

    /// Where the household is registered.
    ///
    /// @param kind `LOCAL` or `NON_LOCAL`
    public record Household(String kind, String division) {}

    /// A category that the elder has, with its dates.
    public record Category(
            String category, LocalDate from, Optional<LocalDate> to, String evidence) {}

    /// Somebody to call.
    public record Contact(String name, String relation, String phone) {}

    /// A stay in an institution or hospital.
    public record Stay(LocalDate from, Optional<LocalDate> to, String where) {}

    /// A card.
    ///
    /// @param state `ACTIVE`, `LOST`, `FROZEN` or `CANCELLED`
    public record Card(String cardNumber, String kind, Optional<LocalDate> validTo, String state) {}
}
