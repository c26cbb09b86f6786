package org.nuancan.access;

import io.swagger.v3.oas.annotations.Hidden;

/// Who calls: a parameter of every controller's method that needs to know.
///
/// @param username the user's name; for a till, the terminal's id
/// @param role one of [Role]
/// @param scope what the caller belongs to
@Hidden
public record Caller(String username, String role, Scope scope) {

    /// Whether the caller has this role.
    public boolean is(String other) {
        return role.equals(other);
    }

    /// Whether this caller may see what lies in `division`.
    public boolean covers(String division) {
        return scope.covers(division);
    }
}
