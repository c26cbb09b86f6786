package org.nuancan.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.nuancan.policy.quote.Refusal;

/// Writes refusals as the text that is stored with a journal and hashed in its line.
final class RefusalText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Refusal>> REFUSALS = new TypeReference<>() {};

    private RefusalText() {}

    /// `[{"code":"A","version":1,"reason":"LIMIT"}]`
    static String write(List<Refusal> refusals) {
        var text = new StringBuilder("[");
        for (var refusal : refusals) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append("{\"code\":");
            JsonText.quote(text, refusal.code());
            text.append(",\"version\":").append(refusal.version());
            text.append(",\"reason\":\"").append(refusal.reason().name()).append("\"}");
        }
        return text.append(']').toString();
    }

    static List<Refusal> read(String text) {
        try {
            return JSON.readValue(text, REFUSALS);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("refusals of a journal cannot be read", exception);
        }
    }
}
