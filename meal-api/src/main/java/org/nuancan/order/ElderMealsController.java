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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.Transactions;
import org.nuancan.document.Pdf;
import org.nuancan.elder.ElderAtTable;
import org.nuancan.elder.Elders;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

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

    private final Transactions transactions;
    private final Elders elders;
    private final Orders orders;
    private final ElderMealsPaper paper;
    private final Clock clock;

    ElderMealsController(
            Transactions transactions,
            Elders elders,
            Orders orders,
            ElderMealsPaper paper,
            Clock clock) {
        this.transactions = transactions;
        this.elders = elders;
        this.orders = orders;
        this.paper = paper;
        this.clock = clock;
    }

    /// The meals of a month, by service date, with what was granted and what was given back.
    ///
    /// @param month as `2026-11`
    @Get("/{elderId}/meals{?month}")
    ElderMeals meals(Id elderId, @QueryValue @NotNull YearMonth month, Caller caller) {
        return transactions
                .reading(connection -> record(connection, elderId, month, caller))
                .meals();
    }

    /// The same to be printed in large type, for the elder to look through.
    ///
    /// @param month as `2026-11`
    @Get("/{elderId}/meals.pdf{?month}")
    @Produces({"application/pdf", "*/*"})
    HttpResponse<byte[]> printed(Id elderId, @QueryValue @NotNull YearMonth month, Caller caller) {
        var record = transactions.reading(connection -> record(connection, elderId, month, caller));
        var printed = paper.print(record.elder(), record.meals(), clock.instant());
        var answer =
                HttpResponse.ok(printed.bytes())
                        .contentType(MediaType.of("application/pdf"))
                        .header("X-Row-Count", Integer.toString(record.meals().meals().size()))
                        .header(
                                "X-Control-Sum-Fen",
                                Long.toString(record.meals().grantedFen().value()))
                        .header("X-As-Of", clock.instant().toString())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"meals-%s-%s.pdf\"".formatted(elderId, month));
        printed.warnings().ifPresent(warnings -> answer.header(Pdf.WARNINGS, warnings));
        return answer;
    }

    private record Found(ElderAtTable elder, ElderMeals meals) {}

    private Found record(Connection connection, Id elderId, YearMonth month, Caller caller)
            throws SQLException {
        var today = BusinessDay.today(clock).date();
        var elder =
                elders.forMeal(connection, List.of(elderId.value()), today).values().stream()
                        .filter(one -> isSeenBy(one, caller))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return new Found(
                elder,
                ElderMeals.of(
                        elderId,
                        month,
                        orders.ofElder(
                                connection,
                                elderId.value(),
                                month.atDay(1),
                                month.atEndOfMonth())));
    }

    private static boolean isSeenBy(ElderAtTable elder, Caller caller) {
        return caller.covers(elder.facts().household().division().code())
                || caller.covers(elder.facts().residenceDivision().code());
    }
}
