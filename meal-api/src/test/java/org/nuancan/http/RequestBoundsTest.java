package org.nuancan.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Numbers and lists of requests' bodies have limits: a sum of what is accepted never overflows,
/// and the work of one request is bounded.
class RequestBoundsTest {

    private static final Router ROUTER = ServerUnderTest.get().bean(Router.class);

    @Test
    void every_long_number_of_a_body_has_a_least_and_a_most() throws Exception {
        var unbounded = new ArrayList<String>();
        for (var record :
                RequestTexts.records(
                        ROUTER, Class.forName("org.nuancan.till.offline.OfflineReceipt"))) {
            for (var component : record.getRecordComponents()) {
                var accessor = component.getAccessor();
                var isLong =
                        component.getType().equals(Long.class)
                                || component.getType().equals(long.class);
                if (isLong
                        && !(accessor.isAnnotationPresent(Min.class)
                                && accessor.isAnnotationPresent(Max.class))) {
                    unbounded.add(record.getSimpleName() + "." + component.getName());
                }
            }
        }

        // Money has its limits in its type; each parameter of a check has a range of its own.
        assertThat(unbounded).containsExactlyInAnyOrder("Fen.value", "NewParameter.value");
    }

    @Test
    void every_list_of_a_body_has_a_most() throws Exception {
        var unbounded = new ArrayList<String>();
        for (var record :
                RequestTexts.records(
                        ROUTER, Class.forName("org.nuancan.till.offline.OfflineReceipt"))) {
            for (var component : record.getRecordComponents()) {
                var size = component.getAccessor().getAnnotation(Size.class);
                if (List.class.isAssignableFrom(component.getType())
                        && (size == null || size.max() > 10_000)) {
                    unbounded.add(record.getSimpleName() + "." + component.getName());
                }
            }
        }
        ROUTER.uriRoutes()
                .filter(RequestTexts::isOurs)
                .flatMap(RequestTexts::bodies)
                .filter(body -> List.class.isAssignableFrom(body.getType()))
                .filter(body -> body.getAnnotationMetadata().intValue(Size.class, "max").isEmpty())
                .forEach(body -> unbounded.add(body.toString()));

        assertThat(unbounded).isEmpty();
    }
}
