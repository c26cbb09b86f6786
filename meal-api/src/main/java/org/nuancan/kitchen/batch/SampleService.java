package org.nuancan.kitchen.batch;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nuancan.access.Caller;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Ids;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.kitchen.batch.BatchController.BatchAnswer;
import org.nuancan.kitchen.batch.BatchController.NewSample;
import org.nuancan.kitchen.batch.BatchController.SampleAnswer;
import org.nuancan.provider.site.OwnSites;

/// Records the food samples that kitchens keep of batches.
@Singleton
class SampleService {

    /// The state of food samples.
    record Reminders(List<BatchAnswer> missing, List<SampleAnswer> kept, List<SampleAnswer> due) {}

    /// The batches from which samples are taken.
    @Singleton
    record Sampled(CookedBatchService service, CookedBatches batches) {}

    private final OwnSites sites;
    private final Sampled sampled;
    private final SampleRepository samples;
    private final KitchenSettings rules;
    private final Ids ids;
    private final Clock clock;

    SampleService(
            OwnSites sites,
            Sampled sampled,
            SampleRepository samples,
            KitchenSettings rules,
            Ids ids,
            Clock clock) {
        this.sites = sites;
        this.sampled = sampled;
        this.samples = samples;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws ProblemException `SAMPLE_REFUSED` if the sample is too small or kept too briefly
    @Transactional
    SampleAnswer sample(Id batchId, NewSample body, Caller caller) {
        var batch = sampled.service().own(batchId.value(), caller);
        var faults = new ArrayList<Fault>();
        if (body.grams() < rules.sampleGrams()) {
            faults.add(
                    fault(
                            "/grams",
                            "至少 %d 克 / at least %d g"
                                    .formatted(rules.sampleGrams(), rules.sampleGrams())));
        }
        var earliest = batch.cookedAt().plus(rules.sampleKept());
        if (body.keptUntil().isBefore(earliest)) {
            faults.add(
                    fault(
                            "/keptUntil",
                            "至少留样至 %s / keep it at least until %s".formatted(earliest, earliest)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemCode.SAMPLE_REFUSED, faults);
        }
        var sample =
                new SampleEntity(
                        ids.next(),
                        batch.batchId(),
                        body.grams(),
                        body.keptUntil(),
                        body.location(),
                        caller.username(),
                        clock.instant(),
                        null,
                        null);
        var _ = samples.save(sample);
        return answer(sample);
    }

    @ReadOnly
    Reminders reminders(Id siteId, Caller caller) {
        var site = sites.find(siteId, caller).siteId();
        var now = clock.instant();
        var today = BusinessDay.of(now).date();
        var first = today.minusDays(CookedBatchService.DAYS_REMINDED);
        var found = samples.list(site, first, today);
        var ofBatches = found.stream().map(SampleEntity::batchId).collect(Collectors.toSet());
        var missing =
                sampled.batches().since(site, first).stream()
                        .filter(batch -> !ofBatches.contains(batch.batchId()))
                        .map(sampled.service()::answer)
                        .toList();
        var kept = found.stream().filter(one -> one.disposedAt() == null).toList();
        return new Reminders(
                missing,
                kept.stream()
                        .filter(one -> one.keptUntil().isAfter(now))
                        .map(SampleService::answer)
                        .toList(),
                kept.stream()
                        .filter(one -> !one.keptUntil().isAfter(now))
                        .map(SampleService::answer)
                        .toList());
    }

    /// @throws ProblemException `UNUSABLE` before the end of its time
    @Transactional
    SampleAnswer dispose(Id sampleId, Caller caller) {
        var found =
                samples.findById(sampleId.value())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var _ = sampled.service().own(found.batchId(), caller);
        var now = clock.instant();
        if (found.keptUntil().isAfter(now)) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        if (found.disposedAt() == null) {
            var _ = samples.update(found.disposed(caller.username(), now));
        }
        return answer(samples.findById(sampleId.value()).orElseThrow());
    }

    private static Fault fault(String pointer, String why) {
        return new Fault(pointer, "VALUE", why);
    }

    private static SampleAnswer answer(SampleEntity sample) {
        return new SampleAnswer(
                Long.toString(sample.sampleId()),
                Long.toString(sample.batchId()),
                sample.grams(),
                sample.keptUntil(),
                sample.location(),
                sample.keptBy(),
                sample.keptAt(),
                sample.disposedAt());
    }
}
