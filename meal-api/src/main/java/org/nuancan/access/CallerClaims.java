package org.nuancan.access;

import io.micronaut.security.authentication.Authentication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes and reads the claims of a token about its caller beside name and role.
public final class CallerClaims {

    static final String SCOPE = "scope";
    public static final String EPOCH = "epoch";
    public static final String FAMILY = "sid";

    /// Present for callers who may only change their password.
    public static final String CHANGES_PASSWORD = "pwd";

    private CallerClaims() {}

    /// The caller for an account, before it has a sign-in.
    public static Authentication of(Account account, Scope scope) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put(SCOPE, claim(scope));
        claims.put(EPOCH, account.epoch());
        if (account.changesPassword()) {
            claims.put(CHANGES_PASSWORD, true);
        }
        return Authentication.build(account.name(), List.of(account.role()), claims);
    }

    /// The caller within a sign-in.
    public static Authentication inFamily(Authentication caller, long familyId) {
        var claims = new LinkedHashMap<>(caller.getAttributes());
        claims.put(FAMILY, Long.toString(familyId));
        return Authentication.build(caller.getName(), caller.getRoles(), claims);
    }

    /// The sign-in that a token belongs to.
    public static long familyOf(Authentication caller) {
        return Long.parseLong(text(caller.getAttributes(), FAMILY));
    }

    /// The epoch of the account when the token was issued.
    public static int epochOf(Authentication caller) {
        return Integer.parseInt(text(caller.getAttributes(), EPOCH));
    }

    /// The claim `scope`: an object whose fields name the scope.
    static Map<String, Object> claim(Scope scope) {
        var claim = new LinkedHashMap<String, Object>();
        switch (scope) {
            case Scope.City() -> claim.put("city", true);
            case Scope.District(var code) -> claim.put("districtCode", code);
            case Scope.Street(var code) -> claim.put("streetCode", code);
            case Scope.OfProvider(var providerId, var district) -> {
                claim.put("providerId", Long.toString(providerId));
                claim.put("districtCode", district);
            }
            case Scope.OfSite(var siteId, var providerId, var division) -> {
                claim.put("siteId", Long.toString(siteId));
                claim.put("providerId", Long.toString(providerId));
                claim.put("division", division);
            }
        }
        return claim;
    }

    /// The scope that [#claim] wrote.
    static Scope scope(Map<?, ?> claim) {
        if (claim.containsKey("siteId")) {
            return new Scope.OfSite(
                    number(claim, "siteId"), number(claim, "providerId"), text(claim, "division"));
        }
        if (claim.containsKey("providerId")) {
            return new Scope.OfProvider(number(claim, "providerId"), text(claim, "districtCode"));
        }
        if (claim.containsKey("streetCode")) {
            return new Scope.Street(text(claim, "streetCode"));
        }
        if (claim.containsKey("districtCode")) {
            return new Scope.District(text(claim, "districtCode"));
        }
        if (claim.containsKey("city")) {
            return new Scope.City();
        }
        throw new IllegalStateException("a token of ours without a scope");
    }

    static Caller callerOf(Authentication authentication) {
        var role =
                authentication.getRoles().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("a token without a role"));
        if (authentication.getAttributes().get(SCOPE) instanceof Map<?, ?> claim) {
            return new Caller(authentication.getName(), role, scope(claim));
        }
        throw new IllegalStateException("a token of ours without a scope");
    }

    private static long number(Map<?, ?> claim, String name) {
        return Long.parseLong(text(claim, name));
    }

    private static String text(Map<?, ?> claim, String name) {
        return String.valueOf(claim.get(name));
    }
}
