package org.nuancan.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.nuancan.db.Sql;

/// What a scope's words mean today: which provider and district an id belongs to.
///
/// Package provider uses this package, so its tables are read here and its types are not.
final class Belongings {

    private Belongings() {}

    /// @return empty if no such provider or site is on file
    static Optional<Scope> scope(Connection connection, ScopeWords words) throws SQLException {
        if (words.districtCode() != null) {
            return Optional.of(new Scope.District(words.districtCode()));
        }
        if (words.streetCode() != null) {
            return Optional.of(new Scope.Street(words.streetCode()));
        }
        if (words.providerId() != null) {
            return provider(connection, Long.parseLong(words.providerId()));
        }
        if (words.siteId() != null) {
            return site(connection, Long.parseLong(words.siteId())).map(Scope.class::cast);
        }
        return Optional.of(new Scope.City());
    }

    private static Optional<Scope> provider(Connection connection, long providerId)
            throws SQLException {
        return Sql.on(connection, "select district_code from provider where provider_id = ?")
                .with(providerId)
                .first(row -> new Scope.OfProvider(providerId, row.text("district_code")));
    }

    static Optional<Scope.OfSite> site(Connection connection, long siteId) throws SQLException {
        return Sql.on(connection, "select provider_id, division from site where site_id = ?")
                .with(siteId)
                .first(row ->
                        new Scope.OfSite(siteId, row.number("provider_id"), row.text("division")));
    }

    /// The division that a scope lies in: empty for the city, 6 or 9 digits else.
    static String area(Scope scope) {
        return switch (scope) {
            case Scope.City() -> "";
            case Scope.District(var code) -> code;
            case Scope.Street(var code) -> code;
            case Scope.OfProvider(var _, var district) -> district;
            case Scope.OfSite(var _, var _, var division) -> division;
        };
    }

    /// Whether all of `other` lies within the area of an administrator's `scope`.
    static boolean administers(Scope scope, Scope other) {
        return switch (scope) {
            case Scope.City() -> true;
            case Scope.District(var code) -> area(other).startsWith(code);
            case Scope.Street _, Scope.OfProvider _, Scope.OfSite _ -> false;
        };
    }
}
