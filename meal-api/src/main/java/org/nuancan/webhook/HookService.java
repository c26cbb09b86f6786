package org.nuancan.webhook;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.access.Caller;
import org.nuancan.db.Ids;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Sql;
import org.nuancan.event.EventType;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;
import org.nuancan.webhook.client.Signature;

/// Stores the registered addresses.
@Singleton
class HookService implements SealedColumns {

    private static final int MOST_OF_A_SCOPE = 20;
    private static final SealedColumn SECRET =
            SealedColumn.of("webhook-secret", "webhook", "sealed_secret", "webhook_id");

    /// A hook with its secret, which is not shown again.
    record Made(Hook hook, String secret) {}

    private final HookRepository repository;
    private final DeliveryRepository deliveries;
    private final Ids ids;
    private final Secrets secrets;

    HookService(
            HookRepository repository, DeliveryRepository deliveries, Ids ids, Secrets secrets) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.ids = ids;
        this.secrets = secrets;
    }

    /// @throws ProblemException `WEBHOOK_LIMIT`
    @Transactional
    Made add(Caller by, String url, Set<EventType> events, Instant now) {
        var ofScope = repository.countByScopeAndDeletedAtIsNull(ScopeText.write(by.scope()));
        if (ofScope >= MOST_OF_A_SCOPE) {
            throw ProblemException.of(ProblemCode.WEBHOOK_LIMIT);
        }
        var secret = Signature.newSecret();
        var hook = new Hook(ids.next(), by.role(), by.scope(), url, events, now, by.username());
        var sealed = secrets.seal(SECRET, secret, hook.webhookId());
        var _ = repository.save(HookEntity.of(hook, sealed));
        return new Made(hook, secret);
    }

    /// Number of addresses ever registered. Removed addresses are included, so the number grows
    /// exactly when an address is added.
    Later<Long> everMade(RoundTrip trip) {
        var counted =
                trip.ask(
                        Sql.on(trip.connection(), "select count(*) as n from webhook"),
                        row -> row.number("n"));
        return () -> counted.get().getFirst();
    }

    /// All addresses that get events.
    @ReadOnly
    List<Hook> all() {
        return repository.findByDeletedAtIsNullOrderByWebhookId().stream()
                .map(HookEntity::hook)
                .toList();
    }

    /// The addresses of the caller's own scope, in the order of creation.
    @ReadOnly
    List<Hook> list(Caller caller, long after, int most) {
        return repository.list(ScopeText.write(caller.scope()), after, most).stream()
                .map(HookEntity::hook)
                .toList();
    }

    /// An address of the caller's own scope.
    @ReadOnly
    Optional<Hook> find(Caller caller, long webhookId) {
        return repository
                .findByWebhookIdAndScopeAndDeletedAtIsNull(
                        webhookId, ScopeText.write(caller.scope()))
                .map(HookEntity::hook);
    }

    /// Removes an address; its log is kept.
    @Transactional
    void delete(Hook hook, Caller by, Instant now) {
        repository.delete(hook.webhookId(), by.username(), now);
        deliveries.giveUp(hook.webhookId(), now);
    }

    String opened(long webhookId, String sealedSecret) {
        return secrets.open(SECRET, sealedSecret, webhookId);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SECRET);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}
