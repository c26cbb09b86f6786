package org.nuancan.console.page;

import io.micronaut.core.annotation.Introspected;

/// What the sign-out button sends.
///
/// @param token proves that the console made the form
@Introspected
record SignOutForm(String token) {}
