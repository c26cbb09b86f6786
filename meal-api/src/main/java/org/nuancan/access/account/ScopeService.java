package org.nuancan.access.account;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Account;
import org.nuancan.access.Scope;
import org.nuancan.access.ScopeWords;

/// Finds the present provider and district for the ids of a scope.
@Singleton
public class ScopeService {

    private static final int DISTRICT_DIGITS = 6;

    private final ScopeRepository repository;

    ScopeService(ScopeRepository repository) {
        this.repository = repository;
    }

    /// @return empty if no such provider or site is on file
    @ReadOnly
    public Optional<Scope> find(ScopeWords words) {
        if (words.districtCode() != null) {
            return Optional.of(new Scope.District(words.districtCode()));
        }
        if (words.streetCode() != null) {
            return Optional.of(new Scope.Street(words.streetCode()));
        }
        if (words.providerId() != null) {
            var providerId = Long.parseLong(words.providerId());
            return repository
                    .findDistrict(providerId)
                    .map(district -> new Scope.OfProvider(providerId, district));
        }
        if (words.siteId() != null) {
            return findSite(Long.parseLong(words.siteId())).map(Scope.class::cast);
        }
        return Optional.of(new Scope.City());
    }

    /// The scope of a site; empty if no such site is on file.
    @ReadOnly
    public Optional<Scope.OfSite> findSite(long siteId) {
        return repository.findSite(siteId);
    }

    /// The scope of an account.
    ///
    /// @throws IllegalStateException if its provider or site is not on file
    @ReadOnly
    public Scope of(Account account) {
        return find(account.scope())
                .orElseThrow(() ->
                        new IllegalStateException("account without its scope: " + account.name()));
    }

    /// A scope with the names of its parts.
    @ReadOnly
    public NamedScope named(Scope scope) {
        return switch (scope) {
            case Scope.City() -> new NamedScope(null, null, null, null, null, null, null, null);
            case Scope.District(var code) ->
                    new NamedScope(code, division(code), null, null, null, null, null, null);
            case Scope.Street(var code) -> {
                var district = code.substring(0, DISTRICT_DIGITS);
                yield new NamedScope(
                        district, division(district), code, division(code), null, null, null, null);
            }
            case Scope.OfProvider(var provider, var district) ->
                    new NamedScope(
                            district,
                            division(district),
                            null,
                            null,
                            Long.toString(provider),
                            repository.findProviderName(provider).orElse(null),
                            null,
                            null);
            case Scope.OfSite(var site, var provider, var division) -> {
                var district = division.substring(0, DISTRICT_DIGITS);
                yield new NamedScope(
                        district,
                        division(district),
                        division,
                        division(division),
                        Long.toString(provider),
                        repository.findProviderName(provider).orElse(null),
                        Long.toString(site),
                        repository.findSiteName(site).orElse(null));
            }
        };
    }

    private @Nullable String division(String code) {
        return repository.findDivisionName(code).orElse(null);
    }
}
