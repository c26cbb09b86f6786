package org.nuancan.kitchen;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.document.LabelFormat;
import org.nuancan.document.Pdf;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Slot;

/// Production counts, sheets and labels of a kitchen.
@Controller("/v1/kitchens/{siteId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({
    Role.CITY_ADMIN,
    Role.DISTRICT_OFFICER,
    Role.PROVIDER_MANAGER,
    Role.KITCHEN_STAFF,
    Role.AUDITOR
})
@Tag(name = "kitchen")
class ProductionController {

    private static final String PDF = "application/pdf";

    /// Production counts of a meal.
    ///
    /// @param takenAt time of counting; later changes are not included
    /// @param orders number of orders
    /// @param portions number of portions
    /// @param dropPoints names of the drop points
    /// @param since null if the request has no `since`
    /// @param changes portions added and removed since then
    @Introspected
    record Answer(
            String siteId,
            LocalDate date,
            Slot slot,
            Instant takenAt,
            int orders,
            int portions,
            List<Production.DishCount> dishes,
            List<Production.Different> different,
            List<DropPoint> dropPoints,
            @Nullable Instant since,
            List<Changes.Change> changes) {}

    /// A destination of portions.
    @Introspected
    record DropPoint(String dropPoint, String name) {}

    /// Portions of a dish that were ordered, cooked, sent and delivered.
    ///
    /// @param ordered portions ordered and not cancelled
    /// @param produced portions reported as cooked and not thrown away
    /// @param dispatched portions that left the kitchen, for doors or over the counter
    /// @param delivered portions that were handed over
    /// @param failed portions that were cooked and not handed over
    /// @param left produced minus dispatched minus failed; negative if fewer portions were reported
    ///   than left the kitchen
    @Introspected
    record Balance(
            String sku,
            String nameZh,
            String nameEn,
            int ordered,
            int produced,
            int dispatched,
            int delivered,
            int failed,
            int left) {}

    /// The balance of a meal.
    @Introspected
    record BalanceAnswer(
            String siteId, LocalDate date, Slot slot, Instant takenAt, List<Balance> items) {}

    private final ProductionService desk;

    ProductionController(ProductionService desk) {
        this.desk = desk;
    }

    /// Counts by dish, diet and drop point, and the plates that need care; with `since` also the
    /// portions added and removed since that instant.
    @Get("/production{?date,slot,since}")
    Answer production(
            Id siteId,
            @QueryValue LocalDate date,
            @QueryValue Slot slot,
            @QueryValue @Nullable Instant since,
            Caller caller) {
        return desk.production(siteId, date, slot, Optional.ofNullable(since), caller);
    }

    /// Portions produced, dispatched and delivered, by dish.
    @Get("/balance{?date,slot}")
    BalanceAnswer balance(
            Id siteId, @QueryValue LocalDate date, @QueryValue Slot slot, Caller caller) {
        return desk.balance(siteId, date, slot, caller);
    }

    /// The production sheet to print, A4.
    @Get("/production.pdf{?date,slot,since}")
    @Produces(PDF)
    HttpResponse<byte[]> sheet(
            Id siteId,
            @QueryValue LocalDate date,
            @QueryValue Slot slot,
            @QueryValue @Nullable Instant since,
            Caller caller) {
        var sheet = desk.sheet(siteId, date, slot, Optional.ofNullable(since), caller);
        return pdf(sheet, "production-%s-%s".formatted(date, slot));
    }

    /// A label for each portion, in the order of delivery, on an A4 sheet of 3 × 7 or a roll of 60
    /// × 40 mm.
    @Get("/labels.pdf{?date,slot,format}")
    @Produces(PDF)
    HttpResponse<byte[]> labels(
            Id siteId,
            @QueryValue LocalDate date,
            @QueryValue Slot slot,
            @QueryValue(defaultValue = "A4_3X7") LabelFormat format,
            Caller caller) {
        var labels = desk.labels(siteId, date, slot, format, caller);
        return pdf(labels, "labels-%s-%s".formatted(date, slot));
    }

    /// The header [Pdf#WARNINGS] names the characters that the fonts of this host lack.
    private static HttpResponse<byte[]> pdf(Pdf pdf, String name) {
        var answer =
                HttpResponse.ok(pdf.bytes())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"%s.pdf\"".formatted(name));
        pdf.warnings().ifPresent(warnings -> answer.header(Pdf.WARNINGS, warnings));
        return answer;
    }
}
