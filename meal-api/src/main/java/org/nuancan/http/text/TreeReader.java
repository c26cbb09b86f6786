package org.nuancan.http.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import java.io.IOException;
import org.nuancan.text.TextReading;

/// Reads a body, or a part of one, that has no type of its own. Every text and every member's name
/// in it, at any depth, must keep the rule for people's texts, but is not folded: only the code
/// that uses the tree knows which texts are names.
public final class TreeReader extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    public TreeReader(Class<? extends JsonNode> type) {
        super(JsonNodeDeserializer.getDeserializer(type));
    }

    private TreeReader(JsonDeserializer<?> reader) {
        super(reader);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> reader) {
        return new TreeReader(reader);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        var tree = super.deserialize(parser, context);
        if (tree instanceof JsonNode node) {
            check(node, parser);
        }
        return tree;
    }

    private static void check(JsonNode node, JsonParser parser) throws JsonMappingException {
        if (node.isTextual()) {
            check(node.textValue(), parser);
        }
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            try {
                check(node.get(i), parser);
            } catch (JsonMappingException refused) {
                refused.prependPath(node, i);
                throw refused;
            }
        }
        for (var member : node.properties()) {
            try {
                check(member.getKey(), parser);
                check(member.getValue(), parser);
            } catch (JsonMappingException refused) {
                refused.prependPath(node, member.getKey());
                throw refused;
            }
        }
    }

    private static void check(String text, JsonParser parser) throws JsonMappingException {
        if (TextReaders.WORDS.read(text) instanceof TextReading.Refused(var fault)) {
            throw new TextReaders.RefusedText(parser, fault);
        }
    }

    /// Reads trees whose parts become records later, by the rules of their fields.
    public static final class OfRecords extends JsonDeserializer<JsonNode> {

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return JsonNodeDeserializer.getDeserializer(JsonNode.class)
                    .deserialize(parser, context);
        }
    }
}
