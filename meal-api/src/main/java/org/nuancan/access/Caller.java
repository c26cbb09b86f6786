package org.nuancan.access;

import java.security.Principal;

/// Who calls: a parameter of every controller's method that needs to know.
///
/// @param username the user's name; for a till, the terminal's id
/// @param role one of [Role]
/// @param scope what the caller belongs to
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

    /// Whether this caller may see what lies in `division`.
    public boolean covers(String division) {
        return scope.covers(division);
    }
}
