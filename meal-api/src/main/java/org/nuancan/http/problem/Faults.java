package org.nuancan.http.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.nuancan.http.text.TextReaders;
import org.nuancan.text.TextFault;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// The bad fields of a request: for each its place (a JSON pointer), a stable code and a text. The
/// received value is never repeated, as it may be an ID number.
public final class Faults {

    private static final Properties CHINESE = load("faults_zh.properties");
    private static final Properties ENGLISH = load("faults_en.properties");

    private static final TextRule NAME = TextRule.words(64).orEmpty();

    /// The most faults that an answer lists; more would not help its reader.
    private static final int MOST = 100;

    private final Properties texts;

    public Faults(Language language) {
        this.texts = language.isEnglish() ? ENGLISH : CHINESE;
    }

    ProblemException.Fault missing(String pointer) {
        return fault(pointer, "REQUIRED", Map.of());
    }

    ProblemException.Fault wrongType(String pointer) {
        return fault(pointer, "WRONG_TYPE", Map.of());
    }

    /// The fault of a text that breaks its rule, with the name of `fault` as code.
    public ProblemException.Fault text(String pointer, TextFault fault) {
        return fault(pointer, fault.name(), Map.of());
    }

    /// The fault of a header that is repeated or breaks its rule.
    public ProblemException.Fault header(String pointer) {
        return fault(pointer, "HEADER", Map.of());
    }

    ProblemException.Fault of(JsonProcessingException exception) {
        if (!(exception instanceof JsonMappingException mapping)) {
            return fault("", "MALFORMED", Map.of());
        }
        if (mapping.getCause() instanceof JsonParseException) {
            return fault("", "MALFORMED", Map.of());
        }
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) {
            var name = step.getFieldName();
            pointer.append('/').append(name == null ? step.getIndex() : escaped(name));
        }
        var text = String.valueOf(mapping.getOriginalMessage());
        var code =
                switch (mapping) {
                    case UnrecognizedPropertyException _ -> "UNKNOWN_FIELD";
                    case ValueInstantiationException _ -> "VALUE";
                    case OutOfRange _ -> "OUT_OF_RANGE";
                    case TextReaders.RefusedText refused -> refused.fault().name();
                    default -> codeOf(text);
                };
        return fault(pointer.toString(), code, Map.of());
    }

    // Jackson distinguishes these faults only by their texts.
    private static String codeOf(String text) {
        if (text.startsWith("Cannot map `null`") || text.startsWith("Missing required")) {
            return "REQUIRED";
        }
        return text.startsWith("Trailing token") ? "MALFORMED" : "WRONG_TYPE";
    }

    List<ProblemException.Fault> of(ConstraintViolationException exception) {
        return exception.getConstraintViolations().stream()
                .limit(MOST)
                .map(this::of)
                .sorted(
                        Comparator.comparing(ProblemException.Fault::pointer)
                                .thenComparing(ProblemException.Fault::code))
                .toList();
    }

    private ProblemException.Fault of(ConstraintViolation<?> violation) {
        if (violation.getMessage().contains("No bean introspection present")) {
            throw new IllegalStateException(violation.getMessage());
        }
        var descriptor = violation.getConstraintDescriptor();
        var pointer = pointer(violation);
        if (descriptor == null || descriptor.getAnnotation() == null) {
            return new ProblemException.Fault(pointer, "VALUE", violation.getMessage());
        }
        var type = descriptor.getAnnotation().annotationType();
        if (type.equals(NotNull.class)) {
            return missing(pointer);
        }
        return fault(pointer, upperSnake(type.getSimpleName()), descriptor.getAttributes());
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        var parameter = "";
        for (var node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER, BEAN -> {}
                case PARAMETER -> parameter = "/" + node.getName();
                case PROPERTY, CONTAINER_ELEMENT -> {
                    if (node.getIndex() != null) {
                        pointer.append('/').append(node.getIndex());
                    } else if (node.getKey() != null) {
                        pointer.append('/').append(escaped(node.getKey().toString()));
                    }
                    if (node.getKind() == ElementKind.PROPERTY) {
                        pointer.append('/').append(escaped(String.valueOf(node.getName())));
                    }
                }
            }
        }
        return pointer.isEmpty() ? parameter : pointer.toString();
    }

    private ProblemException.Fault fault(
            String pointer, String code, Map<String, Object> attributes) {
        var text = texts.getProperty(code, texts.getProperty("VALUE", code));
        for (var attribute : attributes.entrySet()) {
            text =
                    text.replace(
                            "{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
        }
        return new ProblemException.Fault(pointer, code, text);
    }

    private static String upperSnake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /// Shows a name from a request only if it is short and keeps the rule for texts: it may contain
    /// an ID number.
    private static String escaped(String name) {
        return NAME.read(name) instanceof TextReading.Accepted(var shown)
                ? shown.replace("~", "~0").replace("/", "~1")
                : "…";
    }

    private static Properties load(String name) {
        try (var in = Objects.requireNonNull(Faults.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException exception) {
            throw new UncheckedIOException(name, exception);
        }
    }

    /// A number of the right type beyond the range of the contract.
    public static final class OutOfRange extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        public OutOfRange(com.fasterxml.jackson.core.JsonParser parser) {
            super(parser, "out of range");
        }
    }
}
