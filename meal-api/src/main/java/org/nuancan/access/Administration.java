package org.nuancan.access;

import java.util.List;
import java.util.Set;

/// Who looks after which accounts.
///
/// CITY_ADMIN after all, DISTRICT_OFFICER after those that lie in the own district,
/// PROVIDER_MANAGER after KITCHEN_STAFF of the own sites and DISPATCHER and RIDER of the own
/// provider.
final class Administration {

    /// The roles that review, approve or pay, and that make such accounts: one person alone must
    /// not bring an account of them into use.
    static final Set<String> NEED_SECOND_PERSON =
            Set.of(
                    Role.STREET_OFFICER,
                    Role.DISTRICT_OFFICER,
                    Role.DISTRICT_FINANCE,
                    Role.CITY_ADMIN);

    /// The roles of accounts that a provider's manager looks after.
    static final List<String> OF_PROVIDERS =
            List.of(Role.KITCHEN_STAFF, Role.DISPATCHER, Role.RIDER);

    private Administration() {}

    static boolean needsSecondPerson(String role) {
        return NEED_SECOND_PERSON.contains(role);
    }

    /// Whether `by` changes accounts of `role` with `scope`.
    static boolean covers(Caller by, String role, Scope scope) {
        return switch (by.role()) {
            case Role.CITY_ADMIN, Role.DISTRICT_OFFICER ->
                    Belongings.administers(by.scope(), scope);
            case Role.PROVIDER_MANAGER ->
                    OF_PROVIDERS.contains(role)
                            && by.scope() instanceof Scope.OfProvider(var own, var _)
                            && isOf(own, scope);
            default -> false;
        };
    }

    /// Whether `by` sees accounts of `role` with `scope`.
    static boolean shows(Caller by, String role, Scope scope) {
        return by.is(Role.AUDITOR)
                ? Belongings.administers(by.scope(), scope)
                : covers(by, role, scope);
    }

    private static boolean isOf(long provider, Scope scope) {
        return switch (scope) {
            case Scope.OfProvider(var id, var _) -> id == provider;
            case Scope.OfSite(var _, var id, var _) -> id == provider;
            case Scope.City _, Scope.District _, Scope.Street _ -> false;
        };
    }
}
