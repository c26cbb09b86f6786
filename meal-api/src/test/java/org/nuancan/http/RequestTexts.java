package org.nuancan.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.nuancan.http.text.Id;

/// Every text that a request's body can hold, found by reflection over the controllers' bodies and
/// the records in them.
public final class RequestTexts {

    /// A component of a record that is a text or a list of texts.
    ///
    /// @param isList whether it is a list of texts
    public record Component(Class<?> owner, RecordComponent component, boolean isList) {

        /// `ElderRequests.Registration.address`
        public String name() {
            var type = owner.getName();
            return type.substring(type.lastIndexOf('.') + 1).replace('$', '.')
                    + "."
                    + component.getName();
        }

        public boolean isMarked(Class<? extends Annotation> annotation) {
            return Stream.of(owner.getDeclaredConstructors())
                    .flatMap(constructor -> Stream.of(constructor.getParameters()))
                    .filter(parameter -> parameter.getName().equals(component.getName()))
                    .anyMatch(parameter -> parameter.isAnnotationPresent(annotation));
        }
    }

    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private final List<Component> found = new ArrayList<>();

    private RequestTexts() {}

    /// All of them, each once, and those of `more`, which are read from trees.
    public static List<Component> all(Router router, Class<?>... more) {
        var texts = new RequestTexts();
        router.uriRoutes()
                .filter(RequestTexts::isOurs)
                .flatMap(RequestTexts::bodies)
                .forEach(argument -> texts.add(argument.asType()));
        Stream.of(more).forEach(texts::add);
        return List.copyOf(texts.found);
    }

    /// The records that all of these bodies are made of.
    static Set<Class<?>> records(Router router, Class<?>... more) {
        var texts = new RequestTexts();
        router.uriRoutes()
                .filter(RequestTexts::isOurs)
                .flatMap(RequestTexts::bodies)
                .forEach(argument -> texts.add(argument.asType()));
        Stream.of(more).forEach(texts::add);
        return texts.seen;
    }

    public static boolean isOurs(UriRouteInfo<?, ?> route) {
        return route.getDeclaringType().getName().startsWith("org.nuancan.")
                && !route.getUriMatchTemplate().toPathString().startsWith("/test-doors");
    }

    public static Stream<Argument<?>> bodies(UriRouteInfo<?, ?> route) {
        return Stream.<Argument<?>>of(route.getTargetMethod().getArguments())
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(Body.class));
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && record != Id.class
                && seen.add(record)) {
            for (var component : record.getRecordComponents()) {
                add(record, component);
            }
        }
    }

    private void add(Class<?> owner, RecordComponent component) {
        if (component.getType().equals(String.class)) {
            found.add(new Component(owner, component, false));
        } else if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0].equals(String.class)) {
            found.add(new Component(owner, component, true));
        } else if (!JsonNode.class.isAssignableFrom(component.getType())) {
            add(component.getGenericType());
        }
    }
}
