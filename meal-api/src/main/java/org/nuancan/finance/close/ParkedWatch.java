package org.nuancan.finance.close;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.close.AfterClose;
import org.nuancan.close.parked.Parked;
import org.nuancan.close.parked.ParkedProviders;
import org.nuancan.close.parked.ParkedProviders.ParkedProvider;
import org.nuancan.db.Transactions;
import org.nuancan.event.Event.Concerns;
import org.nuancan.event.EventType;
import org.nuancan.event.Events;
import org.nuancan.http.text.Id;

/// Reports parked providers: one event for each, the metric `nuancan.settlement.parked`, and the
/// details of the health page. It also runs periodically, because other nodes and a separate
/// settlement process close days too.
@Singleton
class ParkedWatch implements AfterClose {

    /// The result of the last search.
    ///
    /// @param count number of parked days of providers
    /// @param first the oldest of them
    record Seen(long count, List<ParkedProvider> first) {

        Seen {
            first = List.copyOf(first);
        }
    }

    /// The content of the event.
    record ParkedEvent(Id providerId, LocalDate date, Parked.Cause cause, Instant since) {}

    private static final int SHOWN = 20;
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final ParkedProviders parked;
    private final Events events;
    private final Clock clock;
    private volatile Seen seen = new Seen(0, List.of());

    ParkedWatch(
            Transactions transactions,
            ParkedProviders parked,
            Events events,
            Clock clock,
            MeterRegistry registry) {
        this.transactions = transactions;
        this.parked = parked;
        this.events = events;
        this.clock = clock;
        var _ =
                Gauge.builder("nuancan.settlement.parked", this, provider -> provider.seen.count())
                        .description("Days of providers whose statement could not be made")
                        .register(registry);
    }

    Seen seen() {
        return seen;
    }

    @Override
    public void closed() {
        look();
    }

    /// Searches now.
    void look() {
        seen =
                transactions.reading(_ ->
                        new Seen(
                                parked.count(),
                                parked.list(
                                        ParkedProviders.Filter.ALL, LocalDate.EPOCH, 0, SHOWN)));
        for (var published = AT_ONCE; published == AT_ONCE; ) {
            published = transactions.inOne(_ -> tell());
        }
    }

    private int tell() {
        var news = parked.lockUntold(AT_ONCE);
        for (var provider : news) {
            events.tell(
                    new Events.Happening(
                            EventType.SETTLEMENT_PARKED,
                            Optional.empty(),
                            Concerns.area(provider.districtCode()),
                            new ParkedEvent(
                                    new Id(provider.parked().providerId()),
                                    provider.parked().date().date(),
                                    provider.parked().cause(),
                                    provider.since()),
                            clock.instant()));
            parked.told(provider, clock.instant());
        }
        return news.size();
    }
}
