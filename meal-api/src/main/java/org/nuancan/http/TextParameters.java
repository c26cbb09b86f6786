package org.nuancan.http;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.text.TextReading;

/// The rule for text from outside, for path variables and query parameters that are read as texts:
/// what no stored text can be is not looked for either, and an ID number in an address is refused.
/// Those that are read as ids, dates, numbers or words of the contract are checked by that.
@ServerFilter("/**")
final class TextParameters {

    private final Map<UriRouteInfo<?, ?>, List<String>> texts = new ConcurrentHashMap<>();

    @RequestFilter
    void check(HttpRequest<?> request) {
        RouteAttributes.getRouteMatch(request).ifPresent(match -> check(request, match));
    }

    private void check(HttpRequest<?> request, RouteMatch<?> match) {
        if (!(match.getRouteInfo() instanceof UriRouteInfo<?, ?> route)) {
            return;
        }
        var words = new Faults(Language.of(request));
        var faults = new ArrayList<Fault>();
        for (var name : texts.computeIfAbsent(route, TextParameters::namesOf)) {
            valuesOf(request, match, name)
                    .map(TextReaders.WORDS::read)
                    .filter(TextReading.Refused.class::isInstance)
                    .map(TextReading.Refused.class::cast)
                    .findFirst()
                    .ifPresent(refused -> faults.add(words.text("/" + name, refused.fault())));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, faults);
        }
    }

    private static Stream<String> valuesOf(
            HttpRequest<?> request, RouteMatch<?> match, String name) {
        return Stream.concat(
                Stream.ofNullable(match.getVariableValues().get(name)).map(Object::toString),
                request.getParameters().getAll(name).stream());
    }

    /// The names of a route's parameters that are read as texts.
    static List<String> namesOf(UriRouteInfo<?, ?> route) {
        return Arrays.stream(route.getTargetMethod().getArguments())
                .filter(argument -> !argument.getAnnotationMetadata().hasAnnotation(Body.class))
                .flatMap(TextParameters::namesOf)
                .toList();
    }

    private static Stream<String> namesOf(Argument<?> argument) {
        if (argument.getAnnotationMetadata().hasAnnotation(RequestBean.class)) {
            return Arrays.stream(
                            BeanIntrospection.getIntrospection(argument.getType())
                                    .getConstructorArguments())
                    .flatMap(TextParameters::namesOf);
        }
        var isText =
                isText(argument)
                        || Arrays.stream(argument.getTypeParameters())
                                .anyMatch(TextParameters::isText);
        return isText && !argument.getAnnotationMetadata().hasAnnotation(Verbatim.class)
                ? Stream.of(named(argument.getAnnotationMetadata(), argument.getName()))
                : Stream.empty();
    }

    private static boolean isText(Argument<?> argument) {
        return CharSequence.class.isAssignableFrom(argument.getType());
    }

    private static String named(AnnotationMetadata annotations, String otherwise) {
        return annotations.stringValue(Bindable.class).orElse(otherwise);
    }
}
