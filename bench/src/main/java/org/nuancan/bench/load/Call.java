package org.nuancan.bench.load;

import java.nio.charset.StandardCharsets;

/// A POST of JSON, prepared before the measurement starts.
///
/// @param path path and query of the URL
/// @param authorization the header's value
/// @param key the `Idempotency-Key`
/// @param body the JSON
@SuppressWarnings("ArrayRecordComponent") // requests are not compared
public record Call(String path, String authorization, String key, byte[] body) {

    /// A POST of JSON.
    public static Call post(String path, String authorization, String key, String body) {
        return new Call(path, authorization, key, body.getBytes(StandardCharsets.UTF_8));
    }
}
