package org.nuancan.plan;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.provider.site.OwnSites;

/// Standing plans over HTTP. Each change updates the orders of the next days before it is answered.
@LongWork
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Meals to order")
class PlanController {

    /// Days on which a plan rests, both included.
    ///
    /// @param to null: until it is resumed
    @Introspected
    record PauseBody(@NotNull LocalDate from, @Nullable LocalDate to) {}

    /// @param from the first day on which the plan orders again
    @Introspected
    record ResumeBody(@NotNull LocalDate from) {}

    /// @param lastDay the last day for which the plan orders
    @Introspected
    record EndBody(@NotNull LocalDate lastDay) {}

    private final PlanService plans;
    private final PlanPlacing placing;
    private final OwnSites sites;
    private final Missing missing;

    /// Looks up meals that could not be ordered.
    @Singleton
    record Missing(PlanService plans, Clock clock) {

        private static final long FAR = LocalDate.of(9999, 12, 31).toEpochDay();

        Page<PlanAnswer.DayAnswer> from(Optional<LocalDate> date, Caller caller, Paging paging) {
            var cursor = paging.cursor();
            var first =
                    cursor.map(Missing::date)
                            .or(() -> date)
                            .orElseGet(() -> BusinessDay.today(clock).date());
            var after = cursor.map(position -> position.number(1)).orElse(0L);
            return Page.of(
                    plans.notPlaced(caller, first, after, paging.rows()).stream()
                            .map(PlanAnswer.DayAnswer::of)
                            .toList(),
                    paging,
                    day -> Cursor.of(day.date().toEpochDay(), day.planId()));
        }

        private static LocalDate date(Cursor position) {
            return LocalDate.ofEpochDay(Math.clamp(position.number(0), 0, FAR));
        }
    }

    PlanController(PlanService plans, PlanPlacing placing, OwnSites sites, Missing missing) {
        this.plans = plans;
        this.placing = placing;
        this.sites = sites;
        this.missing = missing;
    }

    /// Makes a plan; its orders appear three days ahead, the first ones at once.
    @Post("/elders/{elderId}/meal-plans")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    @ApiResponse(responseCode = "201", description = "On file.", useReturnTypeSchema = true)
    HttpResponse<PlanAnswer> make(Id elderId, @Body @Valid PlanBody body, Caller caller) {
        mustBeInOrder(body.from(), Optional.ofNullable(body.to()));
        if (body.deliveryProviderId() != null && body.fulfilment() != Fulfilment.DELIVERY) {
            throw refused("/deliveryProviderId", "仅送餐计划可填 / only for what is delivered");
        }
        var _ = sites.near(body.siteId(), caller);
        var planId = plans.make(elderId.value(), body.meal(caller.username()), body.days(), caller);
        var _ = placing.run(planId);
        return HttpResponse.created(plans.show(planId, caller));
    }

    /// The plans of an elder.
    @Get("/elders/{elderId}/meal-plans")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK, Role.AUDITOR})
    Page<PlanAnswer> ofElder(Id elderId, Caller caller) {
        return new Page<>(plans.ofElder(elderId.value(), caller), null);
    }

    /// One plan, with the state of its days from today on.
    @Get("/meal-plans/{planId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK, Role.AUDITOR})
    PlanAnswer one(Id planId, Caller caller) {
        return plans.show(planId.value(), caller);
    }

    /// Pauses a plan: orders of these days that are not cooked yet are cancelled.
    @Post("/meal-plans/{planId}/pause")
    @Status(HttpStatus.OK)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    PlanAnswer pause(Id planId, @Body @Valid PauseBody body, Caller caller) {
        mustBeInOrder(body.from(), Optional.ofNullable(body.to()));
        plans.pause(planId.value(), body.from(), Optional.ofNullable(body.to()), caller);
        return after(planId, caller);
    }

    /// Resumes a plan: meals cancelled by its pause are ordered again if there is still time.
    @Post("/meal-plans/{planId}/resume")
    @Status(HttpStatus.OK)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    PlanAnswer resume(Id planId, @Body @Valid ResumeBody body, Caller caller) {
        plans.resume(planId.value(), body.from(), caller);
        return after(planId, caller);
    }

    /// Ends a plan; orders after its last day that are not cooked yet are cancelled.
    @Post("/meal-plans/{planId}/end")
    @Status(HttpStatus.OK)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK})
    PlanAnswer end(Id planId, @Body @Valid EndBody body, Caller caller) {
        plans.end(planId.value(), body.lastDay(), caller);
        return after(planId, caller);
    }

    /// Meals of plans that could not be ordered, each with its reason, the earliest first.
    ///
    /// @param from the first service date; absent: today
    @Get("/meal-plans/not-placed{?from}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.ORDER_DESK, Role.AUDITOR})
    Page<PlanAnswer.DayAnswer> notPlaced(
            @QueryValue @Nullable LocalDate from,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        return missing.from(Optional.ofNullable(from), caller, paging);
    }

    /// Brings the orders of the next days into line with all plans. The service does this by itself
    /// every minute.
    @Post("/meal-plans/placements")
    @Status(HttpStatus.OK)
    @Secured(Role.CITY_ADMIN)
    PlanPlacing.Run place() {
        return placing.run();
    }

    private PlanAnswer after(Id planId, Caller caller) {
        var _ = placing.run(planId.value());
        return plans.show(planId.value(), caller);
    }

    private static void mustBeInOrder(LocalDate from, Optional<LocalDate> to) {
        if (to.filter(from::isAfter).isPresent()) {
            throw refused("/to", "结束日早于开始日 / the last day is before the first");
        }
    }

    private static ProblemException refused(String pointer, String text) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID, List.of(new Fault(pointer, "VALUE", text)));
    }
}
