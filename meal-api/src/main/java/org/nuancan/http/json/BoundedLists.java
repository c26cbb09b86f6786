package org.nuancan.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.Faults;

/// Stops reading a list of a request after its 10,000th item. The constraints of a field are
/// checked only when the whole body is read, and then for each item: a body of millions of tiny
/// items would cost far more than it took to send.
final class BoundedLists extends SimpleModule {

    private static final long serialVersionUID = 1L;

    /// The longest list of the contract, a batch of bank results.
    static final int MOST_ITEMS = 10_000;

    BoundedLists() {
        super("bounded-lists");
        setDeserializerModifier(new EachList());
    }

    private static final class EachList extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return new OfList(deserializer);
        }
    }

    private static final class OfList extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        OfList(JsonDeserializer<?> deserializer) {
            super(deserializer);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> deserializer) {
            return new OfList(deserializer);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return super.deserialize(new CountingParser(parser), context);
        }
    }

    /// Counts the items of the list that it starts in.
    private static final class CountingParser extends JsonParserDelegate {

        private int depth = 1;
        private int items;

        CountingParser(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            var token = super.nextToken();
            count(token);
            return token;
        }

        @Override
        public @Nullable JsonToken nextValue() throws IOException {
            var token = super.nextValue();
            count(token);
            return token;
        }

        @Override
        public JsonParser skipChildren() throws IOException {
            if (currentToken() != null && currentToken().isStructStart()) {
                depth--;
            }
            return super.skipChildren();
        }

        private void count(@Nullable JsonToken token) throws IOException {
            if (token == null) {
                return;
            }
            if (depth == 1 && token != JsonToken.END_ARRAY) {
                items++;
                if (items > MOST_ITEMS) {
                    throw new Faults.OutOfRange(this);
                }
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        }
    }
}
