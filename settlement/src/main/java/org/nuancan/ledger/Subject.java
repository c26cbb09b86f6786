package org.nuancan.ledger;

import java.util.OptionalLong;

/// The order, site and districts of a journal.
///
/// @param orderId the order, if the journal has one
/// @param siteId the site of the order
/// @param homeDistrict the shard: 6 digits of the elder's home district, for an anonymous sale the
///   provider's district
/// @param payingDistrict 6 digits of the provider's district, which pays its statements
public record Subject(
        OptionalLong orderId, OptionalLong siteId, String homeDistrict, String payingDistrict) {

    /// An order at a site.
    public static Subject order(
            long orderId, long siteId, String homeDistrict, String payingDistrict) {
        return new Subject(
                OptionalLong.of(orderId), OptionalLong.of(siteId), homeDistrict, payingDistrict);
    }

    /// An event of a district without a single order.
    public static Subject district(String districtCode) {
        return new Subject(OptionalLong.empty(), OptionalLong.empty(), districtCode, districtCode);
    }
}
