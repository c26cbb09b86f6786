package org.nuancan.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import org.nuancan.connection.RefusedRequest;
import org.nuancan.db.DatabaseFailure;

/// Turns the framework's own refusals into problem details: no matching route, values that cannot
/// be parsed or converted, broken constraints, and unforeseen errors.
@Singleton
@Primary
final class FrameworkProblems implements ErrorResponseProcessor<byte[]> {

    private final Problems problems;

    FrameworkProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        var request = context.getRequest();
        var faults = new Faults(Language.of(request));
        var unread = unread(request);
        var refusal =
                unread.or(context::getRootCause)
                        .flatMap(cause -> fromCause(cause, faults))
                        .orElseGet(() -> ProblemException.of(ofStatus(response.code())));
        var answer = problems.onto(response, request, refusal);
        return unread.isPresent() || refusal.code() == ProblemCode.PAYLOAD_TOO_LARGE
                ? closing(answer)
                : answer;
    }

    /// The reason why a request was not read; no filter has run for such a request.
    private static Optional<Throwable> unread(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? Optional.ofNullable(netty.getNativeRequest().decoderResult().cause())
                : Optional.empty();
    }

    /// The refusal for an exception of the framework; empty if the exception is a defect.
    static Optional<ProblemException> fromCause(Throwable thrown, Faults faults) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ProblemException refusal -> {
                    return Optional.of(refusal);
                }
                case ConstraintViolationException violations -> {
                    return invalid(faults.of(violations));
                }
                case RefusedRequest refused -> {
                    return Optional.of(ProblemException.of(codeOf(refused)));
                }
                case JsonProcessingException malformed -> {
                    return invalid(List.of(faults.of(malformed)));
                }
                case DecoderException _ -> {
                    // A malformed form or address.
                    return invalid(List.of(faults.wrongType("")));
                }
                case UnsatisfiedBodyRouteException _ -> {
                    return invalid(List.of(faults.missing("")));
                }
                case UnsatisfiedRouteException missing -> {
                    return invalid(List.of(faults.missing("/" + missing.getArgument().getName())));
                }
                default -> {
                    // One of its causes may be more specific.
                }
            }
        }
        if (thrown instanceof ConversionErrorException conversion) {
            return invalid(List.of(faults.wrongType("/" + conversion.getArgument().getName())));
        }
        return DatabaseFailure.from(thrown)
                .map(failure -> ProblemException.of(DatabaseFailureHandler.codeOf(failure)));
    }

    private static Optional<ProblemException> invalid(List<ProblemException.Fault> faults) {
        return Optional.of(ProblemException.of(ProblemCode.REQUEST_INVALID, faults));
    }

    static ProblemCode codeOf(RefusedRequest refused) {
        return ofStatus(refused.status());
    }

    /// Closes the connection after the answer: a part of the request was not read, so the
    /// connection cannot be used again.
    static MutableHttpResponse<byte[]> closing(MutableHttpResponse<byte[]> answer) {
        return answer.header(HttpHeaders.CONNECTION, "close");
    }

    private static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 408 -> ProblemCode.REQUEST_TOO_SLOW;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 414 -> ProblemCode.ADDRESS_TOO_LONG;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ProblemCode.TOO_MANY_REQUESTS;
            case 431 -> ProblemCode.HEADERS_TOO_LARGE;
            case 503 -> ProblemCode.BUSY;
            default -> status < 500 ? ProblemCode.REQUEST_INVALID : ProblemCode.INTERNAL;
        };
    }
}
