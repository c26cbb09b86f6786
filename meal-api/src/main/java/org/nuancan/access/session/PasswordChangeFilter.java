package org.nuancan.access.session;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import java.util.Set;
import org.nuancan.access.CallerClaims;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Refuses all operations except the change of password to callers who signed in with a one-time
/// password.
@ServerFilter("/**")
final class PasswordChangeFilter implements Ordered {

    private static final Set<String> ALLOWED = Set.of("/v1/me/password", "/v1/sign-out");

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        var mustChange =
                request.getUserPrincipal(Authentication.class)
                        .filter(caller ->
                                caller.getAttributes().containsKey(CallerClaims.CHANGES_PASSWORD))
                        .isPresent();
        if (mustChange && !ALLOWED.contains(request.getPath())) {
            throw ProblemException.of(ProblemCode.PASSWORD_CHANGE_REQUIRED);
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
