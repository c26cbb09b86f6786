package org.nuancan.http.idempotency;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.nuancan.http.problem.Faults;
import org.nuancan.http.problem.Language;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// Reads the header `Idempotency-Key`.
@Singleton
final class IdempotencyKeyBinder implements TypedRequestArgumentBinder<IdempotencyKey> {

    private static final String HEADER = "Idempotency-Key";
    private static final TextRule KEY = TextRule.identifier(128);

    @Override
    public Argument<IdempotencyKey> argumentType() {
        return Argument.of(IdempotencyKey.class);
    }

    @Override
    public BindingResult<IdempotencyKey> bind(
            ArgumentConversionContext<IdempotencyKey> context, HttpRequest<?> request) {
        var key = keyOf(request);
        var caller = request.getUserPrincipal().map(Principal::getName).orElse("");
        var operation = request.getMethodName() + " " + request.getPath();
        return () -> Optional.of(new IdempotencyKey(caller, key, operation));
    }

    private static String keyOf(HttpRequest<?> request) {
        var values = request.getHeaders().getAll(HEADER);
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REQUIRED);
        }
        var key = values.getFirst();
        if (values.size() > 1 || !(KEY.read(key) instanceof TextReading.Accepted)) {
            var faults = new Faults(Language.of(request));
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID, List.of(faults.header("/" + HEADER)));
        }
        return key;
    }
}
