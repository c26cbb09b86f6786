package org.nuancan.sale.history;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.YearMonth;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.document.Pdf;
import org.nuancan.http.text.Id;

/// Shows the meals and grants of an elder, so that false claims in the elder's name become visible.
@Controller("/v1/elders")
@Secured({
    Role.CITY_ADMIN,
    Role.DISTRICT_OFFICER,
    Role.STREET_OFFICER,
    Role.ORDER_DESK,
    Role.AUDITOR
})
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "elders")
class ElderMealsController {

    private final ElderMealsService service;
    private final ElderMealsPaper paper;
    private final Clock clock;

    ElderMealsController(ElderMealsService service, ElderMealsPaper paper, Clock clock) {
        this.service = service;
        this.paper = paper;
        this.clock = clock;
    }

    /// The meals of a month, by service date, with grants and refunds.
    ///
    /// @param month as `2026-11`
    @Get("/{elderId}/meals{?month}")
    ElderMeals meals(Id elderId, @QueryValue @NotNull YearMonth month, Caller caller) {
        return service.find(elderId, month, caller).meals();
    }

    /// The same as a PDF in large type, for the elder to read.
    ///
    /// @param month as `2026-11`
    @Get("/{elderId}/meals.pdf{?month}")
    @Produces({"application/pdf", "*/*"})
    HttpResponse<byte[]> printed(Id elderId, @QueryValue @NotNull YearMonth month, Caller caller) {
        var found = service.find(elderId, month, caller);
        var printed = paper.print(found.elder(), found.meals(), clock.instant());
        var answer =
                HttpResponse.ok(printed.bytes())
                        .contentType(MediaType.of("application/pdf"))
                        .header("X-Row-Count", Integer.toString(found.meals().meals().size()))
                        .header(
                                "X-Control-Sum-Fen",
                                Long.toString(found.meals().grantedFen().value()))
                        .header("X-As-Of", clock.instant().toString())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"meals-%s-%s.pdf\"".formatted(elderId, month));
        printed.warnings().ifPresent(warnings -> answer.header(Pdf.WARNINGS, warnings));
        return answer;
    }
}
