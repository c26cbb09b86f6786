package org.nuancan.access.user;

import io.micronaut.context.BeanProvider;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Lists the operations that a role may call, read from the routes and their security rules.
@Singleton
final class RoleOperations {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String CONTRACT = "/v1/";

    private final BeanProvider<Router> router;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    RoleOperations(BeanProvider<Router> router) {
        this.router = router;
    }

    /// Operations in the form `GET /v1/users`, sorted.
    List<String> of(String role) {
        return known.computeIfAbsent(role, this::read);
    }

    private List<String> read(String role) {
        return router.get()
                .uriRoutes()
                .filter(route -> METHODS.contains(route.getHttpMethodName()))
                .filter(route -> isFor(route, role))
                .map(route ->
                        route.getHttpMethodName()
                                + " "
                                + route.getUriMatchTemplate().toPathString())
                .filter(operation -> operation.contains(" " + CONTRACT))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isFor(UriRouteInfo<?, ?> route, String role) {
        return Arrays.stream(route.getAnnotationMetadata().stringValues(Secured.class))
                .anyMatch(word -> word.equals(role) || word.equals(SecurityRule.IS_AUTHENTICATED));
    }
}
