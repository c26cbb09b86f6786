package org.nuancan.access;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.text.Verbatim;

/// A scope as the contract writes it: one of the four fields, or none for the whole city.
///
/// @param districtCode 6 digits
/// @param streetCode 9 digits
/// @param providerId an id
/// @param siteId an id
@Introspected
public record ScopeWords(
        @Nullable @Pattern(regexp = "[0-9]{6}") String districtCode,
        @Nullable @Pattern(regexp = "[0-9]{9}") String streetCode,
        @Nullable @Pattern(regexp = "[1-9][0-9]{0,18}") @Verbatim String providerId,
        @Nullable @Pattern(regexp = "[1-9][0-9]{0,18}") @Verbatim String siteId) {

    /// The whole city.
    public static ScopeWords city() {
        return new ScopeWords(null, null, null, null);
    }

    /// One district.
    public static ScopeWords district(String districtCode) {
        return new ScopeWords(districtCode, null, null, null);
    }

    /// One street.
    public static ScopeWords street(String streetCode) {
        return new ScopeWords(null, streetCode, null, null);
    }

    /// One provider.
    public static ScopeWords provider(long providerId) {
        return new ScopeWords(null, null, Long.toString(providerId), null);
    }

    /// One site.
    public static ScopeWords site(long siteId) {
        return new ScopeWords(null, null, null, Long.toString(siteId));
    }

    /// The text for the audit log: the given field, or `city`.
    public String text() {
        if (districtCode != null) {
            return districtCode;
        }
        if (streetCode != null) {
            return streetCode;
        }
        if (providerId != null) {
            return providerId;
        }
        return siteId == null ? "city" : siteId;
    }

    /// How many of the four are given.
    int given() {
        return (districtCode == null ? 0 : 1)
                + (streetCode == null ? 0 : 1)
                + (providerId == null ? 0 : 1)
                + (siteId == null ? 0 : 1);
    }

    /// Whether a role has this kind of scope.
    boolean fits(String role) {
        return switch (role) {
            case Role.CITY_ADMIN -> given() == 0;
            case Role.AUDITOR -> given() == 0 || (given() == 1 && districtCode != null);
            case Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE ->
                    given() == 1 && districtCode != null;
            case Role.STREET_OFFICER, Role.ORDER_DESK -> given() == 1 && streetCode != null;
            case Role.PROVIDER_MANAGER, Role.DISPATCHER, Role.RIDER ->
                    given() == 1 && providerId != null;
            case Role.KITCHEN_STAFF, Role.POS_TERMINAL -> given() == 1 && siteId != null;
            default -> false;
        };
    }
}
