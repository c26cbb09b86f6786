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

/// The deliveries on file, and who works on which.
@Singleton
class DeliveryService {

    /// A delivery that was taken to be tried.
    ///
    /// @param tries how often it was tried, this time included
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

    /// Longer than a try can last: a node that dies gives back what it had taken.
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final DeliveryRepository repository;
    private final TryRepository tries;
    private final HookSettings settings;

    DeliveryService(DeliveryRepository repository, TryRepository tries, HookSettings settings) {
        this.repository = repository;
        this.tries = tries;
        this.settings = settings;
    }

    /// Takes deliveries that are due, of each address as many as it has room for; other nodes pass
    /// over them.
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

    /// Writes down what came of a try.
    @Transactional
    void tried(Taken taken, Courier.Outcome outcome, Instant from, Instant to) {
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

    /// What was sent to an address, the latest first.
    ///
    /// The tries are read after the states: a delivery that is read as ended has its last try,
    /// though the two are read one after the other while messages are sent.
    @ReadOnly
    List<DeliveryLog.Entry> list(long webhookId, long before, int most) {
        var heads = repository.list(webhookId, before, most);
        var ids = heads.stream().map(DeliveryEntity.Head::deliveryId).toList();
        var byDelivery =
                tries.list(InList.of(ids)).stream()
                        .collect(Collectors.groupingBy(one -> one.id().deliveryId()));
        return heads.stream()
                .map(head ->
                        DeliveryLog.Entry.of(
                                head, byDelivery.getOrDefault(head.deliveryId(), List.of())))
                .toList();
    }

    /// Removes what is older and came to an end, some rows at a time.
    ///
    /// @return how many rows went
    @Transactional
    int removeBefore(Instant before) {
        return repository.removeEnded(before);
    }
}
