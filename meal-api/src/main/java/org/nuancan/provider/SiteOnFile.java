package org.nuancan.provider;

import java.time.LocalDate;
import org.nuancan.policy.Division;
import org.nuancan.policy.SiteFacts;
import org.nuancan.policy.SiteType;

/// A site as it is on file.
///
/// @param version counts its changes, from 1
public record SiteOnFile(
        long siteId, long providerId, String providerName, SiteProfile profile, int version) {

    private static final int DISTRICT_DIGITS = 6;

    /// What people call it.
    public String name() {
        return profile.name();
    }

    /// Where it lies, 9 digits.
    public String division() {
        return profile.division();
    }

    /// The district it lies in, which is its provider's.
    public String districtCode() {
        return division().substring(0, DISTRICT_DIGITS);
    }

    /// What kind of place it is.
    public SiteType type() {
        return profile.type();
    }

    /// 0 to 5.
    public int grade() {
        return profile.grade();
    }

    /// Whether it is filed with the district on `day`.
    public boolean listed(LocalDate day) {
        return profile.listed(day);
    }

    /// What policies ask about it.
    public SiteFacts facts(LocalDate serviceDate) {
        return new SiteFacts(new Division(division()), type(), grade(), listed(serviceDate));
    }
}
