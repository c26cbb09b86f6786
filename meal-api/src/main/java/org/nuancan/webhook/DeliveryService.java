package org.nuancan.webhook;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nuancan.db.InList;
import org.nuancan.webhook.client.HookSettings;
import org.nuancan.webhook.client.Shares;
import org.nuancan.webhook.client.WebhookClient;

/// Stores deliveries and assigns them to nodes.
@Singleton
class DeliveryService {

    /// A delivery that is assigned to this node for a try.
    ///
    /// @param tries number of tries, including this one
    record Taken(
            long deliveryId,
            long webhookId,
            int tries,
            Shares.Owner owner,
            String url,
            String sealedSecret,
            String content) {

        private static Taken of(DeliveryRepository.DeliveryDue due) {
            return new Taken(
                    due.deliveryId(),
                    due.webhookId(),
                    due.tries() + 1,
                    Shares.Owner.of(due.url(), due.scope()),
                    due.url(),
                    due.sealedSecret(),
                    due.content());
        }
    }

    /// Time after which an unfinished delivery is free again; longer than any try, so that only
    /// deliveries of a failed node are taken over.
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final DeliveryRepository repository;
    private final TryRepository tries;
    private final HookSettings settings;

    DeliveryService(DeliveryRepository repository, TryRepository tries, HookSettings settings) {
        this.repository = repository;
        this.tries = tries;
        this.settings = settings;
    }

    /// Takes due deliveries, for each address as many as it has room for; other nodes skip them.
    @Transactional
    List<Taken> take(Shares shares, Instant now) {
        var room = shares.copy();
        var due = new ArrayList<Long>();
        for (var hook : repository.listHooksDue(now)) {
            var owner = Shares.Owner.of(hook.url(), hook.scope());
            var most = room.room(owner);
            if (most > 0) {
                for (var deliveryId : repository.lockDue(hook.webhookId(), now, most)) {
                    due.add(deliveryId);
                    room.begin(owner);
                }
            }
        }
        if (due.isEmpty()) {
            return List.of();
        }
        var taken = repository.listDue(InList.of(due)).stream().map(Taken::of).toList();
        repository.lease(InList.of(due), now.plus(LEASE));
        return taken;
    }

    /// Stores the result of a try.
    @Transactional
    void tried(Taken taken, WebhookClient.Outcome outcome, Instant from, Instant to) {
        var status = outcome.status();
        var _ =
                tries.save(
                        new TryEntity(
                                new TryEntity.Key(taken.deliveryId(), taken.tries()),
                                from,
                                status.isPresent() ? status.getAsInt() : null,
                                outcome.outcome(),
                                Math.toIntExact(Duration.between(from, to).toMillis())));
        if (outcome.isDelivered()) {
            repository.end(taken.deliveryId(), DeliveryState.DELIVERED, to);
        } else if (taken.tries() >= settings.mostTries()) {
            repository.end(taken.deliveryId(), DeliveryState.GIVEN_UP, to);
        } else {
            repository.tryAgain(taken.deliveryId(), to.plus(settings.pauseAfter(taken.tries())));
        }
    }

    /// The deliveries to an address, the latest first.
    ///
    /// The tries are read after the states. So a delivery that is read as ended includes its last
    /// try, even if messages are being sent at the same time.
    @ReadOnly
    List<DeliveryLog.Entry> list(long webhookId, long before, int most) {
        var deliveries = repository.list(webhookId, before, most);
        var ids = deliveries.stream().map(DeliveryEntity.Head::deliveryId).toList();
        var byDelivery =
                tries.list(InList.of(ids)).stream()
                        .collect(Collectors.groupingBy(one -> one.id().deliveryId()));
        return deliveries.stream()
                .map(delivery ->
                        DeliveryLog.Entry.of(
                                delivery,
                                byDelivery.getOrDefault(delivery.deliveryId(), List.of())))
                .toList();
    }

    /// Deletes older deliveries that have ended, some rows at a time.
    ///
    /// @return number of deleted rows
    @Transactional
    int removeBefore(Instant before) {
        return repository.removeEnded(before);
    }
}
