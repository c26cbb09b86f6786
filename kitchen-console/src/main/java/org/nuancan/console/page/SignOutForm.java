package org.nuancan.console.page;

import io.micronaut.core.annotation.Introspected;

/// What the sign-out button sends.
///
/// @param token proves the form to be ours
@Introspected
record SignOutForm(String token) {}
