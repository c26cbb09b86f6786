package org.nuancan.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

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

    /// @throws ProblemException `REQUEST_INVALID` if the role has another kind of scope
    static void requireFit(String role, ScopeWords scope) {
        if (role.equals(Role.POS_TERMINAL) || !scope.fits(role)) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new ProblemException.Fault(
                                    "/scope", "SCOPE", "与角色不符 / does not fit the role")));
        }
    }

    /// What a role with these words is for, if `by` looks after such accounts.
    static Scope scopeWithin(Connection connection, Caller by, String role, ScopeWords words)
            throws SQLException {
        var scope =
                Belongings.scope(connection, words)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (covers(by, role, scope)) {
            return scope;
        }
        var isOtherRole = by.is(Role.PROVIDER_MANAGER) && !OF_PROVIDERS.contains(role);
        // Districts are no secret; which providers and sites another district has is its own
        // matter.
        throw ProblemException.of(
                switch (scope) {
                    case Scope.City _, Scope.District _, Scope.Street _ -> ProblemCode.FORBIDDEN;
                    case Scope.OfProvider _, Scope.OfSite _ ->
                            isOtherRole ? ProblemCode.FORBIDDEN : ProblemCode.NOT_FOUND;
                });
    }

    /// @throws ProblemException `NOT_FOUND` if `by` does not look after the account
    static void requireCovered(Connection connection, Caller by, Account account)
            throws SQLException {
        var scope = Belongings.scope(connection, account.scope());
        if (scope.filter(found -> covers(by, account.role(), found)).isEmpty()) {
            throw Users.unknown();
        }
    }
}
