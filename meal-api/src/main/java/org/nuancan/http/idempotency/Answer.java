package org.nuancan.http.idempotency;

/// The answer to a request whose work is done.
///
/// @param status a 2xx status
/// @param body written as JSON
public record Answer<T>(int status, T body) {

    /// 200.
    public static <T> Answer<T> ok(T body) {
        return new Answer<>(200, body);
    }

    /// 201.
    public static <T> Answer<T> created(T body) {
        return new Answer<>(201, body);
    }
}
