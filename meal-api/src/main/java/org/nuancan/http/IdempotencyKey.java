package org.nuancan.http;

import io.swagger.v3.oas.annotations.Hidden;

/// The `Idempotency-Key` of a request with what it is valid for; a controller of an operation
/// marked **K** takes it as a parameter, which refuses requests without one.
///
/// @param caller the user's name or the terminal's id: keys belong to a caller
/// @param key 1–128 printable ASCII characters, compared exactly
/// @param operation method and path
@Hidden
public record IdempotencyKey(String caller, String key, String operation) {}
