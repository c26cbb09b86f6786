package org.nuancan.order;

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
import org.nuancan.http.Id;

/// What was eaten and granted in a person's name, so that claims in somebody's name can be seen.
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

    /// The meals of a month, by service date, with what was granted and what was given back.
    ///
    /// @param month as `2026-11`
    @Get("/{elderId}/meals{?month}")
    ElderMeals meals(Id elderId, @QueryValue @NotNull YearMonth month, Caller caller) {
        return service.find(elderId, month, caller).meals();
    }

    /// The same to be printed in large type, for the elder to look through.
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
