package org.nuancan.kitchen;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.db.Transactions;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.preorder.Action;
import org.nuancan.preorder.PreorderState;
import org.nuancan.preorder.Preorders;
import org.nuancan.preorder.StepOutcome;
import org.nuancan.provider.OwnSites;

/// Reports that a meal is cooked and packed.
@Controller("/v1/orders/{orderId}/prepared")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER})
@Tag(name = "kitchen")
class PreparedController {

    /// The state of the order.
    @Introspected
    record Answer(String orderId, PreorderState state) {}

    private final Transactions transactions;
    private final OwnSites sites;
    private final Preorders preorders;
    private final Clock clock;

    PreparedController(
            Transactions transactions, OwnSites sites, Preorders preorders, Clock clock) {
        this.transactions = transactions;
        this.sites = sites;
        this.preorders = preorders;
        this.clock = clock;
    }

    /// Marks an order as cooked and packed. Has no effect if it is repeated or if the order is
    /// already in a later state.
    @Post
    @Status(HttpStatus.OK)
    Answer prepared(Id orderId, Caller caller) {
        var outcome =
                transactions.inOne(_ -> {
                    var order =
                            preorders
                                    .find(orderId.value())
                                    .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
                    var _ = sites.find(new Id(order.where().siteId()), caller);
                    return preorders.prepared(
                            order.orderId(),
                            Action.of("PREPARED", caller.username(), clock.instant()));
                });
        return switch (outcome) {
            case StepOutcome.Done(var order) -> answer(orderId, order.state());
            case StepOutcome.Captured(var order, _) -> answer(orderId, order.state());
            case StepOutcome.Unchanged(var order) -> answer(orderId, order.state());
            case StepOutcome.Refused _, StepOutcome.TooLate _ ->
                    throw ProblemException.of(ProblemCode.ORDER_STATE_REFUSED);
            case StepOutcome.NoSuchOrder() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
        };
    }

    private static Answer answer(Id orderId, PreorderState state) {
        return new Answer(orderId.text(), state);
    }
}
