package org.nuancan.access;

import java.util.List;
import java.util.Set;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Rules for who administers which accounts.
///
/// CITY_ADMIN administers all accounts, DISTRICT_OFFICER those in the own district,
/// PROVIDER_MANAGER KITCHEN_STAFF of the own sites, and DISPATCHER and RIDER of the own provider.
public final class Administration {

    /// The roles that review, approve or pay, and the roles that create such accounts: an account
    /// with such a role needs a second person before it can be used.
    static final Set<String> NEED_SECOND_PERSON =
            Set.of(
                    Role.STREET_OFFICER,
                    Role.DISTRICT_OFFICER,
                    Role.DISTRICT_FINANCE,
                    Role.CITY_ADMIN);

    /// The roles of accounts that a provider's manager administers.
    static final List<String> OF_PROVIDERS =
            List.of(Role.KITCHEN_STAFF, Role.DISPATCHER, Role.RIDER);

    private Administration() {}

    /// Whether a second person must confirm an account of this role.
    public static boolean needsSecondPerson(String role) {
        return NEED_SECOND_PERSON.contains(role);
    }

    /// Whether `by` may change accounts of `role` with `scope`.
    public static boolean covers(Caller by, String role, Scope scope) {
        return switch (by.role()) {
            case Role.CITY_ADMIN, Role.DISTRICT_OFFICER -> administers(by.scope(), scope);
            case Role.PROVIDER_MANAGER ->
                    OF_PROVIDERS.contains(role)
                            && by.scope() instanceof Scope.OfProvider(var own, var _)
                            && isOf(own, scope);
            default -> false;
        };
    }

    /// Whether `by` may see accounts of `role` with `scope`.
    public static boolean shows(Caller by, String role, Scope scope) {
        return by.is(Role.AUDITOR) ? administers(by.scope(), scope) : covers(by, role, scope);
    }

    private static boolean isOf(long provider, Scope scope) {
        return switch (scope) {
            case Scope.OfProvider(var id, var _) -> id == provider;
            case Scope.OfSite(var _, var id, var _) -> id == provider;
            case Scope.City _, Scope.District _, Scope.Street _ -> false;
        };
    }

    /// @throws ProblemException `REQUEST_INVALID` if the role has another kind of scope
    public static void requireFit(String role, ScopeWords scope) {
        if (role.equals(Role.POS_TERMINAL) || !scope.fits(role)) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new ProblemException.Fault(
                                    "/scope", "SCOPE", "与角色不符 / does not fit the role")));
        }
    }

    /// Refuses a role with a scope that `by` does not administer.
    ///
    /// @throws ProblemException `FORBIDDEN` or `NOT_FOUND`
    public static void requireCovered(Caller by, String role, Scope scope) {
        if (covers(by, role, scope)) {
            return;
        }
        var isOtherRole = by.is(Role.PROVIDER_MANAGER) && !OF_PROVIDERS.contains(role);
        // Districts are public, but the providers and sites of another district are not.
        throw ProblemException.of(
                switch (scope) {
                    case Scope.City _, Scope.District _, Scope.Street _ -> ProblemCode.FORBIDDEN;
                    case Scope.OfProvider _, Scope.OfSite _ ->
                            isOtherRole ? ProblemCode.FORBIDDEN : ProblemCode.NOT_FOUND;
                });
    }

    /// The division of a scope: empty for the city, otherwise 6 or 9 digits.
    public static String area(Scope scope) {
        return switch (scope) {
            case Scope.City() -> "";
            case Scope.District(var code) -> code;
            case Scope.Street(var code) -> code;
            case Scope.OfProvider(var _, var district) -> district;
            case Scope.OfSite(var _, var _, var division) -> division;
        };
    }

    /// Whether all of `other` is within the area of an administrator's `scope`.
    public static boolean administers(Scope scope, Scope other) {
        return switch (scope) {
            case Scope.City() -> true;
            case Scope.District(var code) -> area(other).startsWith(code);
            case Scope.Street _, Scope.OfProvider _, Scope.OfSite _ -> false;
        };
    }
}
