package org.nuancan.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.nuancan.text.TextFault;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// Reads the texts of requests' bodies by the rule for text from outside. Their lengths are checked
/// afterwards, by the constraints of each field.
final class TextReaders {

    /// A body is smaller than this.
    private static final int ANY_LENGTH = 100_000_000;

    static final TextRule WORDS = TextRule.words(ANY_LENGTH).orEmpty();
    private static final TextRule IDENTIFIER = TextRule.identifier(ANY_LENGTH).orEmpty();

    private TextReaders() {}

    /// Every text without an annotation: people's words, folded.
    static final class Words extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Words() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return accepted(
                    WORDS, StringDeserializer.instance.deserialize(parser, context), parser);
        }
    }

    /// Texts marked with [Identifier].
    static final class Identifiers extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        Identifiers() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return accepted(
                    IDENTIFIER, StringDeserializer.instance.deserialize(parser, context), parser);
        }
    }

    /// Texts marked with [Verbatim]. Halves of surrogate pairs have no bytes in UTF-8, so two
    /// secrets with them could be one.
    static final class AsItCame extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        AsItCame() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text.codePoints().anyMatch(point -> point == 0 || isHalf(point))) {
                throw new RefusedText(parser, TextFault.NO_CHARACTER);
            }
            return text;
        }

        private static boolean isHalf(int point) {
            return Character.getType(point) == Character.SURROGATE;
        }
    }

    /// Names of members where a body's type is a map.
    static final class Keys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            return accepted(WORDS, key, context.getParser());
        }
    }

    static String accepted(TextRule rule, String text, JsonParser parser)
            throws JsonMappingException {
        return switch (rule.read(text)) {
            case TextReading.Accepted(var folded) -> folded;
            case TextReading.Refused(var fault) -> throw new RefusedText(parser, fault);
        };
    }

    /// A text that breaks its rule; the text itself is in no message.
    static final class RefusedText extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        private final TextFault fault;

        RefusedText(JsonParser parser, TextFault fault) {
            super(parser, fault.name());
            this.fault = fault;
        }

        TextFault fault() {
            return fault;
        }
    }
}
