package org.nuancan.ledger;

import java.util.OptionalLong;

/// What a journal is about, and whose books it stands in.
///
/// @param orderId the order, if it is about one
/// @param siteId the site of the order
/// @param homeDistrict the shard: 6 digits of the elder's home, for an anonymous sale the
///   provider's
/// @param payingDistrict 6 digits of the provider's district, which pays its statements
public record Subject(
        OptionalLong orderId, OptionalLong siteId, String homeDistrict, String payingDistrict) {

    /// An order at a site.
    public static Subject order(
            long orderId, long siteId, String homeDistrict, String payingDistrict) {
        return new Subject(
                OptionalLong.of(orderId), OptionalLong.of(siteId), homeDistrict, payingDistrict);
    }

    /// A matter of a district that concerns no single order.
    public static Subject district(String districtCode) {
        return new Subject(OptionalLong.empty(), OptionalLong.empty(), districtCode, districtCode);
    }
}
