package org.nuancan.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A request as it goes over the wire, made before the clock runs.
///
/// @param bytes all of it
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
public record Call(byte[] bytes) {

    /// A POST of JSON with an `Idempotency-Key`.
    ///
    /// @param authorization the whole header's value
    public static Call post(
            URI address, String path, String authorization, String key, String body) {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head =
                """
                POST %s HTTP/1.1
                Host: %s:%d
                Authorization: %s
                Content-Type: application/json
                Accept: application/json
                Idempotency-Key: %s
                Content-Length: %d

                """
                        .formatted(
                                path,
                                address.getHost(),
                                address.getPort(),
                                authorization,
                                key,
                                content.length)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        var bytes = new byte[head.length + content.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(content, 0, bytes, head.length, content.length);
        return new Call(bytes);
    }
}
