package org.nuancan.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Sql;

/// What a scope's words mean today: which provider and district an id belongs to.
///
/// Package provider uses this package, so its tables are read here and its types are not.
final class Belongings {

    private static final int DISTRICT_DIGITS = 6;

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

    /// A scope with the names of what it covers.
    static MeController.NamedScope named(Connection connection, Scope scope) throws SQLException {
        return switch (scope) {
            case Scope.City() ->
                    new MeController.NamedScope(null, null, null, null, null, null, null, null);
            case Scope.District(var code) ->
                    new MeController.NamedScope(
                            code, division(connection, code), null, null, null, null, null, null);
            case Scope.Street(var code) -> {
                var district = code.substring(0, DISTRICT_DIGITS);
                yield new MeController.NamedScope(
                        district,
                        division(connection, district),
                        code,
                        division(connection, code),
                        null,
                        null,
                        null,
                        null);
            }
            case Scope.OfProvider(var provider, var district) ->
                    new MeController.NamedScope(
                            district,
                            division(connection, district),
                            null,
                            null,
                            Long.toString(provider),
                            name(
                                    connection,
                                    "select name from provider where provider_id = ?",
                                    provider),
                            null,
                            null);
            case Scope.OfSite(var site, var provider, var division) -> {
                var district = division.substring(0, DISTRICT_DIGITS);
                yield new MeController.NamedScope(
                        district,
                        division(connection, district),
                        division,
                        division(connection, division),
                        Long.toString(provider),
                        name(
                                connection,
                                "select name from provider where provider_id = ?",
                                provider),
                        Long.toString(site),
                        name(connection, "select name from site where site_id = ?", site));
            }
        };
    }

    private static @Nullable String division(Connection connection, String code)
            throws SQLException {
        return name(connection, "select name from division where code = ?", code);
    }

    private static @Nullable String name(Connection connection, String select, Object key)
            throws SQLException {
        return Sql.on(connection, select).with(key).first(row -> row.text("name")).orElse(null);
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
