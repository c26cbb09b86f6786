package org.nuancan.http.json;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.nuancan.http.problem.Faults;
import org.nuancan.http.problem.Language;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.TextReaders;
import org.nuancan.http.text.Verbatim;
import org.nuancan.text.TextFault;
import org.nuancan.text.TextReading;

/// Applies the rule for text from outside to path variables and query parameters that are read as
/// texts. A value that no stored text can have is refused, and so is an ID number in an address,
/// even in place of an id. Parameters that are read as dates, numbers or enums are checked by their
/// own readers.
@ServerFilter("/**")
final class TextParameters {

    /// The way in which a parameter is read.
    private enum Kind {
        TEXT,
        ID,
        /// Unchanged; in a path it is an id of another form, such as a terminal's.
        VERBATIM
    }

    /// A path variable or query parameter.
    private record Parameter(String name, Kind kind) {

        private Stream<String> values(HttpRequest<?> request, RouteMatch<?> match) {
            var inPath =
                    Optional.ofNullable(match.getVariableValues().get(name)).stream()
                            .map(Object::toString);
            return kind == Kind.VERBATIM
                    ? inPath
                    : Stream.concat(inPath, request.getParameters().getAll(name).stream());
        }

        private Stream<TextFault> faults(String value) {
            if (kind != Kind.TEXT) {
                return Id.isIdNumber(value) ? Stream.of(TextFault.ID_NUMBER) : Stream.empty();
            }
            return TextReaders.WORDS.read(value) instanceof TextReading.Refused(var fault)
                    ? Stream.of(fault)
                    : Stream.empty();
        }
    }

    private final Map<UriRouteInfo<?, ?>, List<Parameter>> parameters = new ConcurrentHashMap<>();

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
        for (var parameter : parameters.computeIfAbsent(route, TextParameters::parametersOf)) {
            parameter
                    .values(request, match)
                    .flatMap(parameter::faults)
                    .findFirst()
                    .ifPresent(fault -> faults.add(words.text("/" + parameter.name(), fault)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.REQUEST_INVALID, faults);
        }
    }

    private static List<Parameter> parametersOf(UriRouteInfo<?, ?> route) {
        return Arrays.stream(route.getTargetMethod().getArguments())
                .filter(argument -> !argument.getAnnotationMetadata().hasAnnotation(Body.class))
                .flatMap(TextParameters::parametersOf)
                .toList();
    }

    private static Stream<Parameter> parametersOf(Argument<?> argument) {
        var annotations = argument.getAnnotationMetadata();
        if (annotations.hasAnnotation(RequestBean.class)) {
            return Arrays.stream(
                            BeanIntrospection.getIntrospection(argument.getType())
                                    .getConstructorArguments())
                    .flatMap(TextParameters::parametersOf);
        }
        var name = named(annotations, argument.getName());
        if (isOrHolds(argument, Id.class)) {
            return Stream.of(new Parameter(name, Kind.ID));
        }
        if (!isOrHolds(argument, CharSequence.class)) {
            return Stream.empty();
        }
        var isVerbatim = annotations.hasAnnotation(Verbatim.class);
        return Stream.of(new Parameter(name, isVerbatim ? Kind.VERBATIM : Kind.TEXT));
    }

    /// Whether a parameter has this type, or is a list of it or an optional one.
    private static boolean isOrHolds(Argument<?> argument, Class<?> type) {
        return type.isAssignableFrom(argument.getType())
                || Arrays.stream(argument.getTypeParameters())
                        .anyMatch(inner -> type.isAssignableFrom(inner.getType()));
    }

    private static String named(AnnotationMetadata annotations, String otherwise) {
        return annotations.stringValue(Bindable.class).orElse(otherwise);
    }
}
