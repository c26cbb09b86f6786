package org.nuancan.policy.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuancan.policy.fact.Division;
import org.nuancan.text.TextFault;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// A value of a JSON document with its place. Reading is strict: a value of another type is noted
/// as a fault, and the result is empty.
///
/// @param node the value
/// @param pointer its place
/// @param faults list to which faults are added
record Spot(JsonNode node, String pointer, List<Fault> faults) {

    private static final long MOST_FEN = 1_000_000_000;
    private static final int MOST_ITEMS = 200;
    private static final int FIRST_YEAR = 1000;

    boolean isNull() {
        return node.isNull() || node.isMissingNode();
    }

    Optional<String> text() {
        return node.isTextual() ? Optional.of(node.textValue()) : wrong("文本", "a text");
    }

    Optional<String> textThatIsNotEmpty() {
        var text = text();
        if (text.isPresent() && text.get().isBlank()) {
            note(FaultCode.VALUE_MISSING);
            return Optional.empty();
        }
        return text;
    }

    /// A text by a rule, normalised as the rule says.
    Optional<String> text(TextRule rule) {
        return text().flatMap(text -> read(text, rule));
    }

    /// Applies a rule to a text that was read from this value.
    Optional<String> read(String text, TextRule rule) {
        return switch (rule.read(text)) {
            case TextReading.Accepted(var accepted) -> Optional.of(accepted);
            case TextReading.Refused(var fault) -> {
                var longest = Integer.toString(rule.longest());
                note(codeOf(fault), longest, longest);
                yield Optional.empty();
            }
        };
    }

    private static FaultCode codeOf(TextFault fault) {
        return switch (fault) {
            case EMPTY, TOO_LONG -> FaultCode.TEXT_LENGTH;
            case INVISIBLE_END -> FaultCode.TEXT_BLANK_AT_END;
            case CONTROL, NO_CHARACTER, NOT_ASCII -> FaultCode.TEXT_CHARACTER;
            case ID_NUMBER -> FaultCode.TEXT_ID_NUMBER;
        };
    }

    Optional<Boolean> flag() {
        return node.isBoolean()
                ? Optional.of(node.booleanValue())
                : wrong("true 或 false", "true or false");
    }

    OptionalLong whole() {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    OptionalLong whole(long least, long most) {
        if (!node.isNumber()) {
            Optional<Long> none = wrong("整数", "a whole number");
            return none.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        }
        if (!node.isIntegralNumber()) {
            note(FaultCode.NUMBER_NOT_WHOLE);
            return OptionalLong.empty();
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            note(FaultCode.NUMBER_OUT_OF_RANGE, least + "–" + most, least + " to " + most);
            return OptionalLong.empty();
        }
        return OptionalLong.of(node.longValue());
    }

    /// An amount of one meal, 0 to 10^9 fen.
    OptionalLong fen() {
        return fen(MOST_FEN);
    }

    OptionalLong fen(long most) {
        var fen = whole();
        if (fen.isPresent() && fen.getAsLong() < 0) {
            note(FaultCode.FEN_NEGATIVE);
            return OptionalLong.empty();
        }
        if (fen.isPresent() && fen.getAsLong() > most) {
            var bound = Long.toString(most);
            note(FaultCode.FEN_TOO_LARGE, bound, bound);
            return OptionalLong.empty();
        }
        return fen;
    }

    Optional<LocalDate> date() {
        return text().flatMap(this::date);
    }

    private Optional<LocalDate> date(String text) {
        // Ten characters, since the parser also accepts years of more than four digits.
        if (text.length() == 10) {
            try {
                var date = LocalDate.parse(text);
                if (date.getYear() >= FIRST_YEAR) {
                    return Optional.of(date);
                }
            } catch (DateTimeParseException _) {
                // Noted below, like any other text that is not a date.
            }
        }
        note(FaultCode.DATE_INVALID);
        return Optional.empty();
    }

    Optional<Division> division() {
        var text = text();
        if (text.isPresent() && !Division.isCode(text.get())) {
            note(FaultCode.DIVISION_INVALID);
            return Optional.empty();
        }
        return text.map(Division::new);
    }

    <E extends Enum<E>> Optional<E> choice(Class<E> type) {
        return choice(Arrays.asList(type.getEnumConstants()), Enum::name);
    }

    <E> Optional<E> choice(List<E> all, Function<E, String> name) {
        var text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var found = all.stream().filter(value -> name.apply(value).equals(text.get())).findFirst();
        if (found.isEmpty()) {
            var names = all.stream().map(name).collect(Collectors.joining(", "));
            note(FaultCode.VALUE_UNKNOWN, names, names);
        }
        return found;
    }

    /// The items; faulty ones are left out of the list.
    <T> Optional<List<T>> list(Function<Spot, Optional<T>> item) {
        return list(MOST_ITEMS, item);
    }

    /// Like [#list(Function)], with another maximum than 200.
    <T> Optional<List<T>> list(int most, Function<Spot, Optional<T>> item) {
        return items(most)
                .map(spots -> spots.stream().map(item).flatMap(Optional::stream).toList());
    }

    /// The items as places; at most 200.
    Optional<List<Spot>> items() {
        return items(MOST_ITEMS);
    }

    /// The items as places. A list that is too long is noted and not read, since comparing its
    /// items with each other would take long.
    Optional<List<Spot>> items(int most) {
        if (!node.isArray()) {
            return wrong("数组", "an array");
        }
        if (node.size() > most) {
            var bound = Integer.toString(most);
            note(FaultCode.LIST_TOO_LONG, bound, bound);
            return Optional.empty();
        }
        var items = new ArrayList<Spot>(node.size());
        for (var item : node) {
            items.add(new Spot(item, pointer + "/" + items.size(), faults));
        }
        return Optional.of(items);
    }

    Optional<Fields> fields() {
        return node instanceof ObjectNode object
                ? Optional.of(new Fields(object, pointer, faults))
                : wrong("对象", "an object");
    }

    private <T> Optional<T> wrong(String zh, String en) {
        if (isNull()) {
            note(FaultCode.VALUE_MISSING);
        } else {
            note(FaultCode.TYPE_WRONG, zh, en);
        }
        return Optional.empty();
    }

    void note(FaultCode code) {
        var _ = faults.add(Fault.of(pointer, code));
    }

    void note(FaultCode code, String zh, String en) {
        var _ = faults.add(Fault.of(pointer, code, zh, en));
    }
}
