package org.nuancan.finance.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.OptionalLong;
import org.nuancan.ledger.Posting;
import org.nuancan.ledger.reading.JournalLines;
import org.nuancan.ledger.reading.JournalLines.Line;

/// Writes journals as JSON, with their postings.
final class JournalJson {

    private final JsonGenerator out;
    private long journal;

    JournalJson(ObjectMapper json, Writer writer) throws IOException {
        this.out = json.createGenerator(writer);
    }

    void write(JournalLines lines, JournalExport.Head head) throws IOException {
        var control = head.control();
        out.writeStartObject();
        out.writeStringField("date", head.extent().from().toString());
        out.writeStringField("through", head.extent().through().toString());
        out.writeStringField("asOf", head.asOf().toString());
        out.writeNumberField("journals", control.journals());
        out.writeNumberField("postings", control.postings());
        out.writeNumberField("controlSumFen", control.debits().value());
        out.writeArrayFieldStart("items");
        lines.each(head.extent(), this::take);
        end();
        out.writeEndArray();
        out.writeEndObject();
        out.flush();
    }

    private void take(Line line) {
        try {
            if (line.journalId() != journal) {
                end();
                begin(line);
            }
            posting(line.number(), line.posting());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private void begin(Line line) throws IOException {
        journal = line.journalId();
        out.writeStartObject();
        out.writeStringField("journalId", Long.toString(line.journalId()));
        out.writeStringField("kind", line.kind().name());
        out.writeObjectFieldStart("cause");
        out.writeStringField("kind", line.cause().kind().name());
        out.writeStringField("id", Long.toString(line.cause().id()));
        out.writeEndObject();
        id("orderId", line.subject().orderId());
        id("siteId", line.subject().siteId());
        out.writeStringField("districtCode", line.subject().payingDistrict());
        out.writeStringField("serviceDate", line.dates().service().toString());
        out.writeStringField("bookingDate", line.dates().booking().toString());
        out.writeStringField("happenedAt", line.dates().happenedAt().toString());
        out.writeArrayFieldStart("postings");
    }

    private void end() throws IOException {
        if (journal != 0) {
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private void posting(int number, Posting posting) throws IOException {
        out.writeStartObject();
        out.writeNumberField("line", number);
        id(
                "providerId",
                posting.providerId() == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(posting.providerId()));
        out.writeStringField("account", posting.account().name());
        out.writeNumberField("fen", posting.fen().value());
        out.writePOJOField("policy", posting.policy().orElse(null));
        out.writeStringField("reason", posting.reason().orElse(null));
        if (posting.mirrors().isPresent()) {
            out.writeNumberField("mirrors", posting.mirrors().getAsInt());
        } else {
            out.writeNullField("mirrors");
        }
        out.writeEndObject();
    }

    private void id(String name, OptionalLong id) throws IOException {
        if (id.isPresent()) {
            out.writeStringField(name, Long.toString(id.getAsLong()));
        } else {
            out.writeNullField(name);
        }
    }
}
