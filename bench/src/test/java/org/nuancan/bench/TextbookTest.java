package org.nuancan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.bench.city.City;
import org.nuancan.bench.city.Lunches;
import org.nuancan.bench.city.Site;
import org.nuancan.bench.textbook.Textbook;
import org.nuancan.engine.TestDatabase;

/// The baseline obeys the same rules as the till: a wrong one would be no fair comparison.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextbookTest {

    private static final City CITY = new City(3_000, 20);

    private final TestDatabase database = TestDatabase.fresh();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ECKey key = key();
    private EmbeddedServer server;
    private Lunches lunches;

    @BeforeAll
    void open(@TempDir Path folder) throws SQLException, IOException {
        try (var connection = database.dataSource().getConnection()) {
            CITY.insert(connection);
            lunches = Lunches.in(CITY, connection);
        }
        var keys = Files.writeString(folder.resolve("keys.json"), new JWKSet(key).toString(true));
        var properties = new HashMap<String, Object>(database.properties());
        properties.put("micronaut.server.port", -1);
        properties.put("textbook.keys", keys.toString());
        server = Textbook.start(properties);
    }

    @AfterAll
    void shut() {
        server.close();
        http.close();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException exception) {
            throw new IllegalStateException("no P-256", exception);
        }
    }

    private Api till(Site site) {
        var claims =
                new JWTClaimsSet.Builder()
                        .subject(site.terminal())
                        .claim("roles", List.of("POS_TERMINAL"))
                        .claim("scope", Map.of("siteId", Long.toString(site.id())))
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build();
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException exception) {
            throw new IllegalStateException("cannot sign", exception);
        }
        return new Api(http, server.getURI(), "Bearer " + token.serialize());
    }

    @Test
    void the_textbook_passes_the_scenario_of_the_till()
            throws InterruptedException, ExecutionException {
        assertThat(Scenario.play(this::till, lunches, "test", 0)).isEmpty();
    }

    @Test
    void the_scenario_finds_a_service_that_answers_otherwise() throws Exception {
        try (var liar = Answering.with(201, "{\"elderPaysFen\": 0}")) {
            assertThat(Scenario.play(site -> new Api(http, liar.address(), ""), lunches, "liar", 0))
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void a_checkout_without_a_valid_token_is_refused() {
        var lunch = lunches.lunch(2_500);

        var refused =
                new Api(http, server.getURI(), "Bearer none")
                        .post("/v1/pos/checkouts", "nobody-1", lunch.body());

        assertThat(refused.status()).isEqualTo(401);
    }
}
