package org.nuancan.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.function.Function;
import org.nuancan.http.problem.Faults;
import org.nuancan.http.text.ContractDate;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.TextReaders;
import org.nuancan.http.text.TreeReader;
import org.nuancan.money.Fen;

/// The contract's own types in JSON: money, dates, instants, ids, texts.
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
        // An id that this service made may look like an ID number by chance.
        addDeserializer(Id.class, new ReadText<>(Id.class, Id::of));
        addDeserializer(String.class, new TextReaders.Words());
        addKeyDeserializer(String.class, new TextReaders.Keys());
        addTree(JsonNode.class);
        addTree(ObjectNode.class);
        addTree(ArrayNode.class);
    }

    @SuppressWarnings("unchecked") // the reader of a type of trees gives that type
    private <T extends JsonNode> void addTree(Class<T> type) {
        addDeserializer(type, (JsonDeserializer<T>) (JsonDeserializer<?>) new TreeReader(type));
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
