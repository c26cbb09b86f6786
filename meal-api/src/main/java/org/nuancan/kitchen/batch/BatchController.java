package org.nuancan.kitchen.batch;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Identifier;
import org.nuancan.policy.fact.Slot;

/// Batches that a kitchen cooked, their holding temperatures and their food samples.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "kitchen")
class BatchController {

    /// A batch to report.
    ///
    /// @param cookedAt not in the future
    /// @param coreTemperature core temperature in °C, to a tenth
    /// @param date day of the meal: the day of cooking or the day after; if left out, the day of
    ///   cooking
    /// @param slot slot of the meal; if left out, the first meal from then on whose menu has the
    ///   dish, else by the hour of cooking: before 10 breakfast, before 15 lunch
    @Introspected
    record NewBatch(
            @NotNull @Identifier @Pattern(regexp = "[!-~]{1,64}") String sku,
            @NotNull @Min(1) @Max(100_000) Integer portions,
            @NotNull Instant cookedAt,
            @NotNull @DecimalMin("-30") @DecimalMax("200") @Digits(integer = 3, fraction = 1)
                    BigDecimal coreTemperature,
            @Nullable LocalDate date,
            @Nullable Slot slot) {}

    /// A reading of the holding temperature.
    @Introspected
    record NewHold(
            @NotNull @DecimalMin("-30") @DecimalMax("200") @Digits(integer = 3, fraction = 1)
                    BigDecimal temperature,
            @NotNull Instant at) {}

    /// Portions that were thrown away.
    @Introspected
    record Discard(@NotNull @Min(1) @Max(100_000) Integer portions) {}

    /// A food sample to keep.
    @Introspected
    record NewSample(
            @NotNull @Min(1) @Max(100_000) Integer grams,
            @NotNull Instant keptUntil,
            @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*") String location) {}

    private final CookedBatchService batches;
    private final SampleService samples;

    BatchController(CookedBatchService batches, SampleService samples) {
        this.batches = batches;
        this.samples = samples;
    }

    /// Reports a batch. `warnings` lists what is out of range: `CORE_TOO_COLD`.
    @Post("/kitchens/{siteId}/batches")
    @Status(HttpStatus.CREATED)
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    BatchAnswer cooked(Id siteId, @Body @Valid NewBatch batch, Caller caller) {
        return batches.cooked(siteId, batch, caller);
    }

    /// The batches cooked for a meal, in order of cooking time.
    @Get("/kitchens/{siteId}/batches{?date,slot}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.AUDITOR
    })
    CookedBatchService.Listed<BatchAnswer> batches(
            Id siteId, @QueryValue LocalDate date, @QueryValue Slot slot, Caller caller) {
        return batches.batches(siteId, date, slot, caller);
    }

    /// Adds a reading of a batch's holding temperature. A batch may leave later than two hours
    /// after cooking if it is kept at 60 °C or above and read at least every hour, starting within
    /// two hours of cooking.
    @Post("/batches/{batchId}/holds")
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    @Status(HttpStatus.OK)
    BatchAnswer hold(Id batchId, @Body @Valid NewHold hold, Caller caller) {
        return batches.hold(batchId, hold, caller);
    }

    /// Reports that portions of a batch were thrown away.
    @Post("/batches/{batchId}/discards")
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    @Status(HttpStatus.OK)
    BatchAnswer discard(Id batchId, @Body @Valid Discard discard, Caller caller) {
        return batches.discard(batchId, discard.portions(), caller);
    }

    /// Keeps a sample of a batch: at least 125 g, for at least 48 h after cooking.
    @Post("/batches/{batchId}/samples")
    @Status(HttpStatus.CREATED)
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    SampleAnswer sample(Id batchId, @Body @Valid NewSample sample, Caller caller) {
        return samples.sample(batchId, sample, caller);
    }

    /// The state of food samples: batches of the last seven days without a sample (`missing`),
    /// samples that must still be kept (`kept`), and samples that may be thrown away now (`due`).
    @Get("/kitchens/{siteId}/samples")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.AUDITOR
    })
    SampleService.Reminders samples(Id siteId, Caller caller) {
        return samples.reminders(siteId, caller);
    }

    /// Reports that a sample was thrown away after its time.
    @Post("/samples/{sampleId}/disposal")
    @Status(HttpStatus.OK)
    @Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
    SampleAnswer dispose(Id sampleId, Caller caller) {
        return samples.dispose(sampleId, caller);
    }

    /// A batch as shown.
    ///
    /// @param mayLeave whether it may leave the kitchen now
    @Introspected
    record BatchAnswer(
            String batchId,
            String siteId,
            LocalDate date,
            Slot slot,
            String sku,
            int portions,
            int discarded,
            Instant cookedAt,
            BigDecimal coreTemperature,
            List<Reading> holds,
            boolean mayLeave,
            List<String> warnings) {}

    /// A reading of the holding temperature as shown.
    @Introspected
    record Reading(Instant at, BigDecimal temperature) {}

    /// A sample as shown.
    ///
    /// @param disposedAt null while it is kept
    @Introspected
    record SampleAnswer(
            String sampleId,
            String batchId,
            int grams,
            Instant keptUntil,
            String location,
            String keptBy,
            Instant keptAt,
            @Nullable Instant disposedAt) {}
}
