package org.nuancan.demo.district;

import java.util.List;

/// Who runs sites and is paid for them.
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

    /// What a provider does.
    public enum Kind {
        /// Serves meals.
        CANTEEN,
        /// Cooks for other sites.
        CENTRAL_KITCHEN,
        /// Brings meals home.
        DELIVERY
    }
}
