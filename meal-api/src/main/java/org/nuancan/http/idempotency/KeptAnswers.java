package org.nuancan.http.idempotency;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.day.RealTime;
import org.nuancan.db.Batch;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.http.idempotency.IdempotencyKeys.Claim;
import org.nuancan.http.idempotency.IdempotencyKeys.Kept;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// Reads and writes the answers that are stored with their keys.
@Singleton
final class KeptAnswers implements SealedColumns {

    /// Answers are sealed in the database: they may contain a name, an address or a birth date.
    private static final SealedColumn ANSWER =
            SealedColumn.of(
                    "idempotency-answer", "idempotency_key", "answer", "caller", "idempotency_key");

    private final KeptAnswerRepository repository;
    private final Secrets secrets;
    private final InstantSource clock;

    KeptAnswers(KeptAnswerRepository repository, Secrets secrets, @RealTime InstantSource clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Finds an answer in the open transaction.
    Optional<Kept> find(Claim claim) {
        var key = new KeptAnswerEntity.Key(claim.caller(), claim.key());
        return repository
                .findById(key)
                .map(row ->
                        new Kept(
                                row.fingerprint(),
                                row.status(),
                                secrets.open(ANSWER, row.answer(), claim.caller(), claim.key())));
    }

    private Kept kept(KeptAnswerEntity.Key owner, Row row) throws SQLException {
        return new Kept(
                row.text("fingerprint"),
                row.integer("status"),
                secrets.open(ANSWER, row.text("answer"), owner.caller(), owner.key()));
    }

    /// Finds the stored answers for any of these keys, whatever their content was.
    Later<Map<Claim, Kept>> find(RoundTrip trip, Collection<Claim> claims) {
        var query =
                Sql.on(
                                trip.connection(),
                                """
                                select caller, idempotency_key, fingerprint, status, answer
                                from idempotency_key
                                where (||)
                                """)
                        .withEither(
                                "caller = ? and idempotency_key = ?",
                                claims.stream()
                                        .map(one ->
                                                new @Nullable Object[] {one.caller(), one.key()})
                                        .toList());
        var rows =
                trip.ask(
                        query,
                        row -> {
                            var owner =
                                    new KeptAnswerEntity.Key(
                                            row.text("caller"), row.text("idempotency_key"));
                            return Map.entry(owner, kept(owner, row));
                        });
        return () -> ofClaims(claims, rows.get());
    }

    private static Map<Claim, Kept> ofClaims(
            Collection<Claim> claims, List<Map.Entry<KeptAnswerEntity.Key, Kept>> rows) {
        var byOwner = new LinkedHashMap<KeptAnswerEntity.Key, Kept>();
        rows.forEach(row -> byOwner.put(row.getKey(), row.getValue()));
        var found = new LinkedHashMap<Claim, Kept>();
        for (var claim : claims) {
            var kept = byOwner.get(new KeptAnswerEntity.Key(claim.caller(), claim.key()));
            if (kept != null) {
                found.put(claim, kept);
            }
        }
        return found;
    }

    /// Adds answers to a round trip; a key that is already stored is a duplicate.
    void write(RoundTrip trip, Map<Claim, Kept> answers) {
        var now = clock.instant();
        var batch =
                Batch.into(
                        "idempotency_key",
                        "caller",
                        "idempotency_key",
                        "fingerprint",
                        "status",
                        "answer",
                        "kept_at");
        answers.forEach((claim, kept) ->
                batch.row(
                        claim.caller(),
                        claim.key(),
                        kept.fingerprint(),
                        kept.status(),
                        secrets.seal(ANSWER, kept.answer(), claim.caller(), claim.key()),
                        now));
        batch.write(trip);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(ANSWER);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}
