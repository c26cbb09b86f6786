package org.nuancan.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.api.Answer.SignInAgain;
import org.nuancan.console.api.Answer.Unavailable;
import org.nuancan.console.api.Answer.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a request and reads the answer. Every failure becomes an [Answer].
///
/// Unknown fields are ignored, so that the service can add fields; a missing field or a sum that is
/// no whole number is not understood.
final class Wire {

    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(5);
    private static final int UNAUTHENTICATED = 401;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModules(new Jdk8Module(), new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final URI base;

    Wire(URI base) {
        this.base = base;
    }

    static TypeFactory types() {
        return JSON.getTypeFactory();
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request that cannot be written", impossible);
        }
    }

    static <T> Optional<T> read(String json, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(json, type));
        } catch (JsonProcessingException other) {
            LOG.warn("an event that is not understood: {}", other.getOriginalMessage());
            return Optional.empty();
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Accept", "application/json");
    }

    <T> Answer<T> ask(HttpRequest.Builder request, JavaType type) {
        return answer(request.timeout(PATIENCE), type);
    }

    /// For work on large files.
    <T> Answer<T> askLong(HttpRequest.Builder request, JavaType type) {
        return answer(request.timeout(LONG_PATIENCE), type);
    }

    private <T> Answer<T> answer(HttpRequest.Builder request, JavaType type) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                return refused(response.statusCode(), response.body());
            }
            T value = JSON.readValue(response.body(), type);
            return value == null ? new Unavailable<>(Why.NOT_UNDERSTOOD) : new Given<>(value);
        } catch (JsonProcessingException other) {
            LOG.warn("an answer that is not understood: {}", other.getOriginalMessage());
            return new Unavailable<>(Why.NOT_UNDERSTOOD);
        } catch (IOException silent) {
            return silent(silent);
        } catch (InterruptedException stop) {
            return interrupted();
        }
    }

    /// For answers without content.
    Answer<Boolean> tell(HttpRequest.Builder request) {
        try {
            var response =
                    client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            return response.statusCode() / 100 == 2
                    ? new Given<>(true)
                    : refused(response.statusCode(), response.body());
        } catch (IOException silent) {
            return silent(silent);
        } catch (InterruptedException stop) {
            return interrupted();
        }
    }

    /// For files, whose content is passed on as it is.
    Answer<ApiFile> file(HttpRequest.Builder request) {
        try {
            var response =
                    client.send(request.timeout(LONG_PATIENCE).build(), BodyHandlers.ofByteArray());
            var headers = response.headers();
            return response.statusCode() / 100 == 2
                    ? new Given<>(
                            new ApiFile(
                                    response.body(),
                                    headers.firstValue("Content-Type")
                                            .orElse("application/octet-stream"),
                                    headers.firstValue("Content-Disposition")))
                    : refused(response.statusCode(), response.body());
        } catch (IOException silent) {
            return silent(silent);
        } catch (InterruptedException stop) {
            return interrupted();
        }
    }

    /// For the live stream: waits as long as it takes, once the answer has begun.
    Answer<LiveEvents> open(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return new Given<>(new LiveEvents(response.body()));
            }
            try (var body = response.body()) {
                return refused(response.statusCode(), body.readAllBytes());
            }
        } catch (IOException silent) {
            return silent(silent);
        } catch (InterruptedException stop) {
            return interrupted();
        }
    }

    private static <T> Answer<T> refused(int status, byte[] body) {
        try {
            var problem = JSON.readValue(body, Problem.class);
            return status == UNAUTHENTICATED ? new SignInAgain<>(problem) : new Refused<>(problem);
        } catch (IOException other) {
            LOG.warn("status {} without problem details", status);
            return new Unavailable<>(status >= 502 ? Why.SILENT : Why.NOT_UNDERSTOOD);
        }
    }

    private static <T> Answer<T> silent(IOException cause) {
        LOG.warn("meal-api is silent: {}", cause.toString());
        return new Unavailable<>(Why.SILENT);
    }

    private static <T> Answer<T> interrupted() {
        Thread.currentThread().interrupt();
        return new Unavailable<>(Why.SILENT);
    }
}
