package org.nuancan.http.text;

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

/// Reads the texts of requests' bodies by the rule for text from outside. The constraints of each
/// field check the lengths afterwards.
public final class TextReaders {

    /// Greater than the length of any body.
    private static final int ANY_LENGTH = 100_000_000;

    public static final TextRule WORDS = TextRule.words(ANY_LENGTH).orEmpty();
    private static final TextRule IDENTIFIER = TextRule.identifier(ANY_LENGTH).orEmpty();

    private TextReaders() {}

    /// Reads a text without an annotation: it is written by a person, and is folded.
    public static final class Words extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        public Words() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return accepted(
                    WORDS, StringDeserializer.instance.deserialize(parser, context), parser);
        }
    }

    /// Reads texts marked with [Identifier].
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

    /// Reads texts marked with [Verbatim]. Halves of surrogate pairs have no bytes in UTF-8, so
    /// that two different secrets could become the same one.
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

    /// Reads the names of members where a body's type is a map.
    public static final class Keys extends KeyDeserializer {

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

    /// A text that breaks its rule; no message contains the text itself.
    public static final class RefusedText extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        private final TextFault fault;

        RefusedText(JsonParser parser, TextFault fault) {
            super(parser, fault.name());
            this.fault = fault;
        }

        /// The part of the rule that the text breaks.
        public TextFault fault() {
            return fault;
        }
    }
}
