package org.nuancan.sale;

import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.money.Fen;
import org.nuancan.policy.quote.Grant;
import org.nuancan.policy.quote.Refusal;

/// The outcome of a sale.
public sealed interface SaleOutcome {

    /// Sold and booked, once the transaction commits.
    ///
    /// @param sale the request
    /// @param elder the diner; empty for a sale without an elder
    /// @param elderPays the gross less all grants to the diner
    /// @param grants in the order granted
    /// @param refusals sorted by code
    /// @param excess the amount that an offline till gave beyond the allowed one
    /// @param bookingDate the day whose close takes it
    record Sold(
            Sale sale,
            Optional<ElderAtTable> elder,
            Fen elderPays,
            List<Grant> grants,
            List<Refusal> refusals,
            Fen excess,
            BusinessDay bookingDate)
            implements SaleOutcome {

        /// The district of the elder's home, 6 digits; for a sale without an elder, the provider's
        /// district.
        public String homeDistrict() {
            return elder.map(ElderAtTable::districtCode)
                    .orElse(sale.at().place().providerDistrict());
        }
    }

    /// The grants that a sale would get; nothing is sold.
    ///
    /// @param sale the request
    /// @param elder the diner; empty for a sale without an elder
    /// @param elderPays the gross less all grants to the diner
    /// @param grants in the order granted
    /// @param refusals sorted by code
    record Quoted(
            Sale sale,
            Optional<ElderAtTable> elder,
            Fen elderPays,
            List<Grant> grants,
            List<Refusal> refusals) {}

    /// The tenders are not the amount to pay.
    ///
    /// @param elderPays the right sum, before rounding
    record TendersDoNotAddUp(Fen elderPays) implements SaleOutcome {}

    /// An acquirer's reference has paid for something else already.
    record ReferenceUsed() implements SaleOutcome {}
}
