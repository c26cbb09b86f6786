package org.nuancan.till.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuancan.till.offline.Signatures;

/// The test vectors that POS vendors get agree with what the service computes.
final class PosVectorsTest {

    private static final String FILE = "docs/examples/pos-vectors.json";

    static Stream<JsonNode> cardHashes() throws IOException {
        return vectors("/cardHashes");
    }

    static Stream<JsonNode> signatures() throws IOException {
        return vectors("/signatures");
    }

    private static Stream<JsonNode> vectors(String pointer) throws IOException {
        var here = Path.of(FILE);
        var text = Files.readString(Files.exists(here) ? here : Path.of("..").resolve(FILE));
        var found = new ObjectMapper().readTree(text).at(pointer);
        assertThat(found).isNotEmpty();
        return found.valueStream();
    }

    @ParameterizedTest
    @MethodSource("cardHashes")
    void a_card_hash_is_that_of_the_offline_pack(JsonNode vector) {
        var hash =
                OfflineCards.hash(vector.at("/salt").asText(), vector.at("/cardNumber").asText());

        assertThat(hash).isEqualTo(vector.at("/cardHash").asText());
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void a_signature_holds_over_the_canonical_form_and_over_no_other(JsonNode vector)
            throws IOException {
        var receipt = (ObjectNode) vector.at("/receipt");
        var key = vector.at("/signingKey").asText();
        var signature = vector.at("/signature").asText();

        assertThat(new JsonCanonicalizer(receipt.toString()).getEncodedString())
                .isEqualTo(vector.at("/canonical").asText());
        assertThat(Signatures.holds(receipt.put("signature", signature), signature, key)).isTrue();
        assertThat(Signatures.holds(receipt.put("roundingFen", 1), signature, key)).isFalse();
    }
}
