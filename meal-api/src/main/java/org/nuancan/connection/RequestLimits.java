package org.nuancan.connection;

import java.time.Duration;
import java.util.Set;

/// Limits of a request in bytes and time. They apply before the caller is known, so that requests
/// of unknown senders cost little.
final class RequestLimits {

    /// Bytes of a body without `Authorization`, and of a body that signs in.
    static final long ANONYMOUS_BODY = 4 * 1024L;

    /// Bytes of a JSON body.
    static final long JSON_BODY = 4 * 1024 * 1024L;

    /// Bytes of any body, such as a file.
    static final long BODY = 16 * 1024 * 1024L;

    /// Characters of `Accept-Language` that are read.
    static final int ACCEPT_LANGUAGE = 100;

    /// Characters of `Accept` that are read.
    static final int ACCEPT = 500;

    /// The time from the first byte of a request's head to its last.
    static final Duration HEAD_TIME = Duration.ofSeconds(10);

    /// The time that every body has, in addition to the time by [#SLOWEST_BYTES_A_SECOND].
    static final Duration BODY_TIME = Duration.ofSeconds(30);

    /// A body that comes slower than this on average is refused.
    static final int SLOWEST_BYTES_A_SECOND = 8 * 1024;

    /// How long bytes of a refused request are still read, so that its sender gets the answer.
    static final Duration LINGER = Duration.ofSeconds(2);

    /// Paths that are called without a sign-in, whatever the headers say.
    private static final Set<String> SIGN_IN =
            Set.of("/login", "/oauth/access_token", "/v1/terminals/activate");

    private RequestLimits() {}

    /// The most bytes of a body.
    ///
    /// @param path without its query
    static long body(String path, boolean hasAuthorization, boolean isJson) {
        if (!hasAuthorization || SIGN_IN.contains(path)) {
            return ANONYMOUS_BODY;
        }
        return isJson ? JSON_BODY : BODY;
    }

    /// The time for a body of which this many bytes have arrived.
    static Duration bodyTime(long bytes) {
        return BODY_TIME.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND);
    }
}
