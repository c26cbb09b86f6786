package org.nuancan.http.idempotency;

import java.security.Principal;

/// The `Idempotency-Key` of a request, with its caller and operation. A controller of an operation
/// marked **K** takes it as a parameter, which refuses requests without one.
///
/// @param caller the user's name or the terminal's id: keys belong to a caller
/// @param key 1–128 printable ASCII characters, compared exactly
/// @param operation method and path
public record IdempotencyKey(String caller, String key, String operation) implements Principal {

    /// The caller: as a principal, a parameter of this type is left out of the generated document,
    /// where [OpenApiDocument] puts the header in its place.
    @Override
    public String getName() {
        return caller;
    }
}
