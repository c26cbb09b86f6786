package org.nuancan.sale.history;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.Slot;

/// A captured order whose bill was not refunded completely, as statistics count it.
///
/// @param elderId empty for a sale without an elder
/// @param at where and how it was served
/// @param bill the items that policies look at, after refunds
/// @param paid the amounts that were paid, by tender, after refunds; without tenders that were
///   refunded completely
public record ServedMeal(
        long orderId, Optional<Long> elderId, At at, Fen bill, Map<TenderType, Fen> paid) {

    /// The site, the day and the meal of the day.
    public record At(long siteId, LocalDate serviceDate, Slot slot, Fulfilment fulfilment) {}

    public ServedMeal {
        paid = Map.copyOf(paid);
    }
}
