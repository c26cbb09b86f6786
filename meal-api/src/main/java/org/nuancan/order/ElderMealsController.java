package org.nuancan.order;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
    private final Clock clock;

    ElderMealsController(Transactions transactions, Elders elders, Orders orders, Clock clock) {
        this.transactions = transactions;
        this.elders = elders;
        this.orders = orders;
        this.clock = clock;
    }

    /// The meals of a month, by service date, with what was granted and what was given back.
    ///
    /// @param month as `2026-11`
    @Get("/{elderId}/meals{?month}")
    ElderMeals meals(Id elderId, @QueryValue @NotNull YearMonth month, Caller caller) {
        return transactions.reading(connection -> meals(connection, elderId, month, caller));
    }

    private ElderMeals meals(Connection connection, Id elderId, YearMonth month, Caller caller)
            throws SQLException {
        var today = BusinessDay.today(clock).date();
        var elder = elders.forMeal(connection, List.of(elderId.value()), today);
        if (elder.values().stream().noneMatch(one -> isSeenBy(one, caller))) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return ElderMeals.of(
                elderId,
                month,
                orders.ofElder(connection, elderId.value(), month.atDay(1), month.atEndOfMonth()));
    }

    private static boolean isSeenBy(ElderAtTable elder, Caller caller) {
        return caller.covers(elder.facts().household().division().code())
                || caller.covers(elder.facts().residenceDivision().code());
    }
}
