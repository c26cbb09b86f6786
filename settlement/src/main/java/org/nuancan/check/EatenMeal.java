package org.nuancan.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Slot;

/// A meal with the facts that the checks use.
///
/// @param orderId the order
/// @param when its days and instants
/// @param where the site at the time of the meal
/// @param who the elder and how the till identified the elder
/// @param bill subsidisable part
/// @param granted by all policies
/// @param excess granted by an offline till above the allowed amount
public record EatenMeal(
        long orderId, When when, Where where, Who who, Fen bill, Fen granted, Fen excess) {

    /// Days and instants of the meal.
    ///
    /// @param booking the day whose close includes it
    /// @param recordedAt when it was recorded, by business time
    public record When(
            LocalDate booking,
            LocalDate service,
            Slot slot,
            Instant happenedAt,
            Instant recordedAt) {}

    /// The site at the time of the meal.
    ///
    /// @param district 6 digits, the provider's
    /// @param street 9 digits, the site's
    /// @param dineIn whether it was eaten at the site
    /// @param room capacity and position of the site
    /// @param listed whether the site was filed with the district on the service date
    public record Where(
            String district,
            String street,
            long providerId,
            long siteId,
            boolean dineIn,
            Room room,
            boolean listed) {}

    /// Capacity and position of a site.
    ///
    /// @param seats 0: unknown
    /// @param dailyCapacity meals a day, 0: unknown
    public record Room(int seats, int dailyCapacity, int latitudeMicro, int longitudeMicro) {}

    /// The elder and how the till identified the elder.
    ///
    /// @param cardHash keyed, hex
    /// @param offline whether the till was offline
    public record Who(
            String terminal,
            Optional<Long> elderId,
            Optional<String> cardHash,
            Entered entered,
            boolean offline) {}
}
