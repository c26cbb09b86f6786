package org.nuancan.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Set;
import java.util.function.Function;
import org.nuancan.money.Fen;
import org.nuancan.text.IdNumberDigits;

/// The contract's own types in JSON: money, dates, instants.
final class ContractTypes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /// The most that a request may name, in fen.
    static final long MOST_FEN = 1_000_000_000L;

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9998;

    ContractTypes() {
        super("contract");
        addSerializer(Fen.class, new WriteFen());
        addDeserializer(Fen.class, new ReadFen());
        addDeserializer(LocalDate.class, new ReadText<>(LocalDate.class, ContractDate::parse));
        addDeserializer(YearMonth.class, new ReadText<>(YearMonth.class, ContractDate::month));
        addDeserializer(
                Instant.class, new ReadText<>(Instant.class, text -> time(text).toInstant()));
        addDeserializer(
                OffsetDateTime.class, new ReadText<>(OffsetDateTime.class, ContractTypes::time));
        addDeserializer(String.class, new ReadString());
    }

    /// An instant in a year that both databases hold.
    ///
    /// @throws DateTimeException if it is none, or in another year
    static OffsetDateTime time(String text) {
        var time = OffsetDateTime.parse(text);
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("a year out of range");
        }
        return time;
    }

    /// Reads a text that can be stored and sent: no half of a surrogate pair, no NUL; and where
    /// people write in their own words, no ID number, which would come back in answers.
    private static final class ReadString extends StdDeserializer<String> {

        private static final long serialVersionUID = 1L;

        private static final Set<String> FOR_WORDS =
                Set.of(
                        "address",
                        "answer",
                        "evidence",
                        "explanation",
                        "label",
                        "location",
                        "name",
                        "note",
                        "reason",
                        "where");

        ReadString() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text.codePoints().anyMatch(ReadString::isNoCharacter)) {
                throw new Faults.OutOfRange(parser);
            }
            if (isForWords(parser) && IdNumberDigits.areIn(text)) {
                throw new Faults.IdNumberInWords(parser);
            }
            return text;
        }

        private static boolean isForWords(JsonParser parser) {
            var field = parser.getParsingContext().getCurrentName();
            return field != null && FOR_WORDS.contains(field);
        }

        private static boolean isNoCharacter(int point) {
            return point == 0
                    || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
        }
    }

    private static final class WriteFen extends StdSerializer<Fen> {

        private static final long serialVersionUID = 1L;

        WriteFen() {
            super(Fen.class);
        }

        @Override
        public void serialize(Fen fen, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeNumber(fen.value());
        }
    }

    private static final class ReadFen extends StdDeserializer<Fen> {

        private static final long serialVersionUID = 1L;

        ReadFen() {
            super(Fen.class);
        }

        @Override
        public Fen deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return (Fen) context.handleUnexpectedToken(Fen.class, parser);
            }
            if (!parser.getNumberType().equals(JsonParser.NumberType.INT)
                    || parser.getIntValue() < 0
                    || parser.getIntValue() > MOST_FEN) {
                throw new Faults.OutOfRange(parser);
            }
            return Fen.of(parser.getIntValue());
        }
    }

    /// Reads a text, and nothing else, in its ISO form.
    private static final class ReadText<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;
        private final Class<T> type;

        ReadText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.type = type;
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            try {
                return reading.apply(parser.getText());
            } catch (DateTimeException _) {
                return type.cast(
                        context.handleWeirdStringValue(type, parser.getText(), "not ISO 8601"));
            }
        }
    }
}
