package org.nuancan.console.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.nuancan.console.money.Yuan;
import org.nuancan.console.page.Language;

/// A version of a policy: its document, whose parts are named by JSON pointers.
///
/// @param document as meal-api gives it, or as a form describes it
public record Policy(JsonNode document) {

    /// What meal-api adds to a document.
    private static final Set<String> ADDED =
            Set.of("state", "writtenBy", "writtenAt", "releasedBy", "releasedAt");

    /// The code, the same for all versions.
    public String code() {
        return text("/code");
    }

    /// The version.
    public int version() {
        return document.path("version").asInt();
    }

    /// The name in a language, or the code.
    public String name(Language language) {
        var name = text("/name/" + language.code());
        return name.isEmpty() ? code() : name;
    }

    /// `DRAFT` or `RELEASED`.
    public String state() {
        return text("/state");
    }

    /// Whether a second person can release it.
    public boolean isDraft() {
        return state().equals("DRAFT");
    }

    /// The address of its page.
    public String href() {
        return "/policies/" + code() + "/" + version();
    }

    /// A value as text; empty if there is none or it is null.
    public String text(String pointer) {
        var node = document.at(pointer);
        return node.isNull() ? "" : node.asText("");
    }

    /// A value as text, if there is one.
    public Optional<String> maybe(String pointer) {
        return Optional.of(text(pointer)).filter(text -> !text.isEmpty());
    }

    /// An amount in fen, if there is one.
    public Optional<Long> fen(String pointer) {
        var node = document.at(pointer);
        return node.isNumber() ? Optional.of(node.longValue()) : Optional.empty();
    }

    /// An amount as a form takes it, such as `5.00`; empty if there is none.
    public String yuan(String pointer) {
        return fen(pointer).map(Yuan::plain).orElse("");
    }

    /// A share in percent, such as `12.5`; empty if there is none.
    public String percent(String pointer) {
        var node = document.at(pointer);
        return node.isNumber()
                ? BigDecimal.valueOf(node.longValue(), 2).stripTrailingZeros().toPlainString()
                : "";
    }

    /// Whether something is there and not null or false.
    public boolean has(String pointer) {
        var node = document.at(pointer);
        return !node.isMissingNode() && !node.isNull() && (!node.isBoolean() || node.asBoolean());
    }

    /// The words of a list; none if it is null.
    public List<String> words(String pointer) {
        return StreamSupport.stream(document.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /// The pointers of the entries of a list.
    public List<String> entries(String pointer) {
        return IntStream.range(0, document.at(pointer).size())
                .mapToObj(at -> pointer + "/" + at)
                .toList();
    }

    /// The document without what meal-api adds, as it takes it.
    ObjectNode bare() {
        var bare = document.<ObjectNode>deepCopy();
        return bare.remove(ADDED);
    }
}
