package org.nuancan.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Locale;
import java.util.OptionalInt;

/// Checks a request's line and headers, as the decoder read them.
final class RequestHead {

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int LINE_TOO_LONG = 414;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int HEADERS_TOO_LARGE = 431;

    private RequestHead() {}

    /// The status with which a request is refused; empty if it can be read.
    static OptionalInt refusal(HttpRequest request) {
        if (!isPrintableAscii(request.uri())) {
            return OptionalInt.of(BAD_REQUEST);
        }
        var result = request.decoderResult();
        if (result.isFailure()) {
            return OptionalInt.of(
                    switch (result.cause()) {
                        case TooLongHttpLineException _ -> LINE_TOO_LONG;
                        case TooLongHttpHeaderException _ -> HEADERS_TOO_LARGE;
                        default -> BAD_REQUEST;
                    });
        }
        var headers = request.headers();
        if (!isTransferEncodingKnown(headers)) {
            return OptionalInt.of(BAD_REQUEST);
        }
        // A compressed body may become a thousand times as long when it is expanded.
        if (headers.contains(HttpHeaderNames.CONTENT_ENCODING)
                && !headers.containsValue(
                        HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.IDENTITY, true)) {
            return OptionalInt.of(UNSUPPORTED_MEDIA_TYPE);
        }
        return HttpUtil.getContentLength(request, 0L) > mostBytes(request)
                ? OptionalInt.of(TOO_LARGE)
                : OptionalInt.empty();
    }

    /// The most bytes of a request's body.
    static long mostBytes(HttpRequest request) {
        var headers = request.headers();
        var type = headers.get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
        return RequestLimits.body(
                pathOf(request.uri()),
                headers.contains(HttpHeaderNames.AUTHORIZATION),
                type.contains("json"));
    }

    /// Cuts headers whose parsing takes time by their length, and removes values on which the
    /// framework's parser breaks.
    static void cut(HttpHeaders headers) {
        var languages = headers.get(HttpHeaderNames.ACCEPT_LANGUAGE);
        if (languages != null) {
            var read = begin(languages, RequestLimits.ACCEPT_LANGUAGE);
            var start = firstOfWord(read);
            if (start < read.length()) {
                headers.set(HttpHeaderNames.ACCEPT_LANGUAGE, read.substring(start));
            } else {
                headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
            }
        }
        // Every answer is in UTF-8.
        headers.remove(HttpHeaderNames.ACCEPT_CHARSET);
        var types = String.join(",", headers.getAll(HttpHeaderNames.ACCEPT));
        if (types.length() > RequestLimits.ACCEPT) {
            // Cut after a whole media type.
            var end = types.lastIndexOf(',', RequestLimits.ACCEPT);
            headers.set(HttpHeaderNames.ACCEPT, end > 0 ? types.substring(0, end) : "*/*");
        }
    }

    private static String begin(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private static int firstOfWord(String text) {
        var at = 0;
        while (at < text.length()
                && text.charAt(at) != '*'
                && !Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Whether the transfer encoding is `chunked`, the only one that is read. With any other a
    /// proxy before this server may find another end of the body (request smuggling, RFC 9112,
    /// section 11.2).
    private static boolean isTransferEncodingKnown(HttpHeaders headers) {
        var given = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return given.isEmpty()
                || (given.size() == 1
                        && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(given.getFirst()));
    }

    private static String pathOf(String uri) {
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static boolean isPrintableAscii(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(character -> character > ' ' && character <= '~');
    }
}
