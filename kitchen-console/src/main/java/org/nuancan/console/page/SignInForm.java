package org.nuancan.console.page;

import io.micronaut.core.annotation.Introspected;

/// What the sign-in form sends.
///
/// @param token proves that the console made the form
/// @param next where to go afterwards
@Introspected
record SignInForm(String username, String password, String token, String next) {

    /// Never shows the password.
    @Override
    public String toString() {
        return "SignInForm[" + username + "]";
    }
}
