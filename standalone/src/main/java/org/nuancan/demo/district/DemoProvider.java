package org.nuancan.demo.district;

import java.util.List;

/// An operator of sites, which receives the payments for them.
///
/// @param districtCode 6 digits
/// @param accountNumber digits; no bank has such an account
/// @param sites in the provider's district
public record DemoProvider(
        String name,
        Kind kind,
        String districtCode,
        String accountNumber,
        String bankCode,
        List<DemoSite> sites) {

    /// The business of a provider.
    public enum Kind {
        /// Serves meals.
        CANTEEN,
        /// Cooks for other sites.
        CENTRAL_KITCHEN,
        /// Delivers meals to homes.
        DELIVERY
    }
}
