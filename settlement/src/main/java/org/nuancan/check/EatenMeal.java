package org.nuancan.check;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.nuancan.money.Fen;
import org.nuancan.policy.Slot;

/// A meal as the checks look at it.
///
/// @param orderId the order
/// @param when its days and instants
/// @param where the site as it was then
/// @param who who ate and how the till knew
/// @param bill subsidisable
/// @param granted by all policies
/// @param excess given by a till that was cut off beyond what is allowed
public record EatenMeal(
        long orderId, When when, Where where, Who who, Fen bill, Fen granted, Fen excess) {

    /// Its days and instants.
    ///
    /// @param booking the day whose close takes it
    /// @param recordedAt when it was written down, by business time
    public record When(
            LocalDate booking,
            LocalDate service,
            Slot slot,
            Instant happenedAt,
            Instant recordedAt) {}

    /// The site as it was then.
    ///
    /// @param district 6 digits, the provider's
    /// @param street 9 digits, the site's
    /// @param dineIn whether it was eaten there
    /// @param room what the site holds
    /// @param listed whether the site was filed with the district on the service date
    public record Where(
            String district,
            String street,
            long providerId,
            long siteId,
            boolean dineIn,
            Room room,
            boolean listed) {}

    /// What a site holds, and where it stands.
    ///
    /// @param seats 0: unknown
    /// @param dailyCapacity meals a day, 0: unknown
    public record Room(int seats, int dailyCapacity, int latitudeMicro, int longitudeMicro) {}

    /// Who ate, and how the till knew.
    ///
    /// @param cardHash keyed, hex
    /// @param offline whether the till was cut off
    public record Who(
            String terminal,
            Optional<Long> elderId,
            Optional<String> cardHash,
            Entered entered,
            boolean offline) {}
}
