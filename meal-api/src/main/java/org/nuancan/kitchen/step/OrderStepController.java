package org.nuancan.kitchen.step;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.LongWork;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.progress.KitchenSteps;

/// Steps of orders that a kitchen reports.
@LongWork
@Controller("/v1/orders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
@Tag(name = "kitchen")
class OrderStepController {

    private final OrderStepService orders;
    private final KitchenSteps steps;

    OrderStepController(OrderStepService orders, KitchenSteps steps) {
        this.orders = orders;
        this.steps = steps;
    }

    /// Accepts orders, from the day before the meal on (`ORDER_NOT_DUE` before). One that is
    /// refused stops no other.
    @Post("/accept")
    @Status(HttpStatus.OK)
    OrderStepsResponse accept(@Body @Valid OrderStepsRequest body, Caller caller) {
        return orders.take(body.orderIds(), steps::accept, caller);
    }

    /// Takes back that orders were accepted, within ten minutes and before the next step. One that
    /// is refused stops no other.
    @Post("/unaccept")
    @Status(HttpStatus.OK)
    OrderStepsResponse unaccept(@Body @Valid OrderStepsRequest body, Caller caller) {
        return orders.take(body.orderIds(), steps::unaccept, caller);
    }

    /// Marks orders as cooked and packed, from the day of the meal on (`ORDER_NOT_DUE` before). One
    /// that is refused stops no other.
    @Post("/prepared")
    @Status(HttpStatus.OK)
    OrderStepsResponse prepared(@Body @Valid OrderStepsRequest body, Caller caller) {
        return orders.take(body.orderIds(), steps::prepare, caller);
    }

    /// Takes back that orders were cooked and packed, within ten minutes and before the next step:
    /// each has again the state that it had before. One that is refused stops no other.
    @Post("/unprepared")
    @Status(HttpStatus.OK)
    OrderStepsResponse unprepared(@Body @Valid OrderStepsRequest body, Caller caller) {
        return orders.take(body.orderIds(), steps::unprepare, caller);
    }

    /// Marks an order as cooked and packed. Has no effect if it is repeated or if the order is
    /// already in a later state.
    @Post("/{orderId}/prepared")
    @Status(HttpStatus.OK)
    OrderStepResponse preparedOne(Id orderId, Caller caller) {
        return orders.takeOne(orderId, steps::prepare, caller);
    }

    /// Fails an order because the kitchen cannot cook it, or not as it was ordered: limits and
    /// portions are released, the elder pays nothing, and the kitchen bears the loss. Repeated, it
    /// has no effect.
    @Post("/{orderId}/kitchen-fault")
    @Status(HttpStatus.OK)
    @Secured(Role.KITCHEN_STAFF)
    OrderStepResponse kitchenFault(
            Id orderId, @Body @Valid KitchenFaultRequest fault, Caller caller) {
        return orders.fault(orderId, fault, caller);
    }
}
