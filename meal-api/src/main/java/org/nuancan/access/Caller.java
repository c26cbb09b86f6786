package org.nuancan.access;

import java.security.Principal;

/// The caller of an operation; every controller's method that needs it takes it as a parameter.
///
/// @param username the user's name; for a till, the terminal's id
/// @param role one of [Role]
/// @param scope the part of the city that the caller belongs to
public record Caller(String username, String role, Scope scope) implements Principal {

    /// The user's name or the terminal's id; as a principal, a parameter of this type is left out
    /// of the generated document.
    @Override
    public String getName() {
        return username;
    }

    /// Whether the caller has this role.
    public boolean is(String other) {
        return role.equals(other);
    }

    /// Whether this caller may see records in `division`.
    public boolean covers(String division) {
        return scope.covers(division);
    }
}
