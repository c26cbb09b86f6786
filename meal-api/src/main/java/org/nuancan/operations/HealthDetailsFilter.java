package org.nuancan.operations;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.security.authentication.Authentication;
import org.nuancan.access.Role;

/// Limits the content of `/health` answers: CITY_ADMIN gets details without addresses, all others
/// get the status alone.
@ServerFilter({"/health", "/health/**"})
final class HealthDetailsFilter {

    @ResponseFilter
    void limit(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.body() instanceof HealthResult result) {
            response.body(
                    isForAdministrator(request)
                            ? HiddenAddresses.in(result)
                            : HealthResult.builder(null, result.getStatus()).build());
        }
    }

    private static boolean isForAdministrator(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .filter(caller -> caller.getRoles().contains(Role.CITY_ADMIN))
                .isPresent();
    }
}
