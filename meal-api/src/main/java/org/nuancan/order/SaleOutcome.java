package org.nuancan.order;

import java.util.List;
import java.util.Optional;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.money.Fen;
import org.nuancan.policy.Grant;
import org.nuancan.policy.Refusal;

/// What became of a sale.
public sealed interface SaleOutcome {

    /// Sold and booked, once the transaction commits.
    ///
    /// @param sale what was asked
    /// @param elder who eats, if anybody in particular
    /// @param elderPays the gross less all grants to the diner
    /// @param grants in the order granted
    /// @param refusals sorted by code
    /// @param excess what a till that was cut off gave beyond what is allowed
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

        /// Where the elder is at home, 6 digits; for a sale to nobody in particular, the provider's
        /// district.
        String homeDistrict() {
            return elder.map(ElderAtTable::districtCode)
                    .orElse(sale.at().place().providerDistrict());
        }
    }

    /// What would be granted; nothing is sold.
    ///
    /// @param sale what was asked
    /// @param elder who eats, if anybody in particular
    /// @param elderPays the gross less all grants to the diner
    /// @param grants in the order granted
    /// @param refusals sorted by code
    record Quoted(
            Sale sale,
            Optional<ElderAtTable> elder,
            Fen elderPays,
            List<Grant> grants,
            List<Refusal> refusals) {}

    /// What was paid is not what is to be paid.
    ///
    /// @param elderPays the right sum, before rounding
    record TendersDoNotAddUp(Fen elderPays) implements SaleOutcome {}

    /// An acquirer's reference has paid for something else already.
    record ReferenceUsed() implements SaleOutcome {}
}
