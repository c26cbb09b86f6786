package org.nuancan.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Transactions;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.seal.Secrets;

/// Answers a repeated request with the first answer: the same key with the same content gives the
/// same answer, once the work is done; with other content it is refused.
///
/// The row of the key, with the answer's bytes, is written in the transaction of the work, without
/// a lease. If the process dies, neither is stored; a refusal stores nothing.
///
/// ```java
/// @Post
/// HttpResponse<Receipt> sell(IdempotencyKey key, @Body @Valid Sale sale, Caller caller) {
///     return keys.once(key, sale, connection -> Answer.created(checkout.sell(connection, sale)));
/// }
/// ```
///
/// Code that handles many requests in one transaction uses [#claim], [#lookUp], [#keep] and
/// [#replayed], [#answered] instead of [#once].
@Singleton
public final class IdempotencyKeys {

    /// A key with the fingerprint of the content it came with.
    ///
    /// @param caller the caller that owns the key
    /// @param key as it came
    /// @param fingerprint keyed hash of operation, path and content
    public record Claim(String caller, String key, String fingerprint) {}

    /// An answer that was given, or is being given.
    ///
    /// @param fingerprint of the content it answers
    /// @param status 2xx
    /// @param answer the body's JSON
    public record Kept(String fingerprint, int status, String answer) {}

    /// The work of a request, in the transaction of its key.
    @FunctionalInterface
    public interface Work<T> {

        /// @throws SQLException as the driver throws it
        Answer<T> with(Connection connection) throws SQLException;
    }

    /// As [Work], for work that stores something even if it is refused.
    @FunctionalInterface
    public interface Attempt<T> {

        /// @throws SQLException as the driver throws it
        Attempted<T> with(Connection connection) throws SQLException;
    }

    /// The result of an attempt.
    public sealed interface Attempted<T> {

        /// Done; the answer is stored.
        record Done<T>(Answer<T> answer) implements Attempted<T> {}

        /// Refused, but the transaction is committed; the key can be used again.
        record Refused<T>(ProblemException problem) implements Attempted<T> {}
    }

    private sealed interface Ended<T> {

        record Answered<T>(HttpResponse<T> response) implements Ended<T> {}

        record Refused<T>(ProblemException problem) implements Ended<T> {}
    }

    private static final String REPLAYED = "Idempotent-Replayed";

    private final Transactions transactions;
    private final Secrets secrets;
    private final KeptAnswers answers;
    private final ObjectMapper json;
    private final ObjectMapper canonical;

    IdempotencyKeys(
            Transactions transactions, Secrets secrets, KeptAnswers answers, ObjectMapper json) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.answers = answers;
        this.json = json;
        this.canonical = sorted(json.copy());
    }

    @SuppressWarnings("deprecation") // the builder's counterpart cannot change a copied mapper
    private static ObjectMapper sorted(ObjectMapper copy) {
        copy.configure(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, true);
        copy.configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        copy.configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true);
        return copy;
    }

    /// Does the work once; later requests with the same key and content get the first answer.
    ///
    /// @param content the parsed content of the request; null for none
    /// @throws ProblemException `IDEMPOTENCY_KEY_REUSED` for other content, `REQUEST_IN_PROGRESS`
    ///   if the first is still running, and whatever the work refuses
    public <T> HttpResponse<T> once(IdempotencyKey key, @Nullable Object content, Work<T> work) {
        return attempt(key, content, connection -> new Attempted.Done<>(work.with(connection)));
    }

    /// As [#once], for work that stores something even if it is refused, such as an entry in a
    /// history.
    ///
    /// @throws ProblemException as [#once]
    public <T> HttpResponse<T> attempt(
            IdempotencyKey key, @Nullable Object content, Attempt<T> attempt) {
        var claim = claim(key, content);
        return switch (ended(claim, attempt)) {
            case Ended.Answered<T>(var response) -> response;
            case Ended.Refused<T>(var problem) -> throw problem;
        };
    }

    /// The stored answer for this key, if there is one; for work that begins before the transaction
    /// of its key.
    ///
    /// @throws ProblemException `IDEMPOTENCY_KEY_REUSED` for other content
    public <T> Optional<HttpResponse<T>> find(IdempotencyKey key, @Nullable Object content) {
        return find(claim(key, content));
    }

    private <T> Optional<HttpResponse<T>> find(Claim claim) {
        return transactions
                .reading(_ -> answers.find(claim))
                .map(kept -> this.<T>replayed(claim, kept));
    }

    private <T> Ended<T> ended(Claim claim, Attempt<T> attempt) {
        try {
            return transactions.inOne(connection -> {
                var earlier = answers.find(claim);
                if (earlier.isPresent()) {
                    return new Ended.Answered<>(this.<T>replayed(claim, earlier.get()));
                }
                return switch (attempt.with(connection)) {
                    case Attempted.Refused<T>(var problem) -> new Ended.Refused<>(problem);
                    case Attempted.Done<T>(var answer) -> {
                        var kept = keep(connection, Map.of(claim, answer));
                        yield new Ended.Answered<>(
                                this.<T>answered(Objects.requireNonNull(kept.get(claim))));
                    }
                };
            });
        } catch (ProblemException refusal) {
            // A parallel copy of this request may have succeeded and caused this refusal, for
            // example by using up a code.
            return this.<T>foundAfterAll(claim).orElseThrow(() -> refusal);
        } catch (DatabaseFailure failure) {
            return switch (failure.kind()) {
                case DUPLICATE, DEADLOCK -> this.<T>foundAfterAll(claim).orElseThrow(() -> failure);
                case LOCK_TIMEOUT ->
                        this.<T>foundAfterAll(claim)
                                .orElseThrow(
                                        () -> ProblemException.of(ProblemCode.REQUEST_IN_PROGRESS));
                case REFERENCE, CHECK, UNAVAILABLE, OTHER -> throw failure;
            };
        }
    }

    private <T> Optional<Ended<T>> foundAfterAll(Claim claim) {
        return this.<T>find(claim).map(Ended.Answered::new);
    }

    /// A key with the fingerprint of its content.
    public Claim claim(IdempotencyKey key, @Nullable Object content) {
        return new Claim(
                key.caller(),
                key.key(),
                secrets.fingerprint(
                        "idempotency",
                        (key.operation() + "\n" + canonically(content))
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private String canonically(@Nullable Object content) {
        try {
            return canonical.writeValueAsString(content);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("a request that is no JSON", exception);
        }
    }

    /// Finds the stored answers for any of these keys, whatever their content was.
    public Later<Map<Claim, Kept>> lookUp(RoundTrip trip, Collection<Claim> claims) {
        return answers.find(trip, claims);
    }

    /// Writes answers in the transaction of their work.
    ///
    /// @return the stored answers, to be sent
    /// @throws SQLException a duplicate key if a parallel copy of the request was done first
    @CanIgnoreReturnValue
    public Map<Claim, Kept> keep(Connection connection, Map<Claim, ? extends Answer<?>> given)
            throws SQLException {
        var trip = RoundTrip.on(connection);
        var kept = keep(trip, given);
        trip.go();
        return kept;
    }

    /// As [#keep(Connection, Map)], as a part of a round trip.
    public Map<Claim, Kept> keep(RoundTrip trip, Map<Claim, ? extends Answer<?>> given) {
        var written = new LinkedHashMap<Claim, Kept>();
        for (var entry : given.entrySet()) {
            var claim = entry.getKey();
            var answer = entry.getValue();
            written.put(claim, new Kept(claim.fingerprint(), answer.status(), text(answer.body())));
        }
        answers.write(trip, written);
        return written;
    }

    private String text(@Nullable Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException exception) {
            throw new IllegalStateException("an answer that is no JSON", exception);
        }
    }

    /// Sends the first answer again.
    ///
    /// @throws ProblemException `IDEMPOTENCY_KEY_REUSED` if it answered other content
    public <T> HttpResponse<T> replayed(Claim claim, Kept kept) {
        if (!kept.fingerprint().equals(claim.fingerprint())) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        return IdempotencyKeys.<T>response(kept, true);
    }

    /// Sends the first answer for the first time.
    public <T> HttpResponse<T> answered(Kept kept) {
        return IdempotencyKeys.<T>response(kept, false);
    }

    // The stored bytes are sent unchanged; T only documents their type.
    @SuppressWarnings("unchecked")
    private static <T> HttpResponse<T> response(Kept kept, boolean again) {
        var response =
                HttpResponse.status(kept.status(), "")
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .body(kept.answer().getBytes(StandardCharsets.UTF_8));
        if (again) {
            response.header(REPLAYED, "true");
        }
        return (HttpResponse<T>) response;
    }
}
