package org.nuancan.finance.review;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.finance.review.ReviewBodies.Step;
import org.nuancan.finance.statement.StatementAnswer;
import org.nuancan.http.LongWork;
import org.nuancan.http.text.Id;

/// The four levels of review over HTTP.
@LongWork
@Controller("/v1/statements/{statementId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class ReviewController {

    private final ReviewService desk;

    ReviewController(ReviewService desk) {
        this.desk = desk;
    }

    /// The provider confirms its statement.
    @Post("/confirm")
    @Secured(Role.PROVIDER_MANAGER)
    StatementAnswer confirm(
            @PathVariable Id statementId, @Nullable @Body @Valid Step body, Caller caller) {
        var seen = Step.seen(statementId, body);
        return desk.act(statementId, caller, who -> desk.review().confirm(seen, who));
    }

    /// A street reviews the lines of its sites; when all streets with lines have done so, the
    /// statement is `REVIEWED`.
    @Post("/review")
    @Secured(Role.STREET_OFFICER)
    StatementAnswer review(
            @PathVariable Id statementId, @Nullable @Body @Valid Step body, Caller caller) {
        var seen = Step.seen(statementId, body);
        return desk.act(statementId, caller, who -> desk.review().review(seen, who));
    }

    /// The district approves.
    @Post("/approve")
    @Secured(Role.DISTRICT_OFFICER)
    StatementAnswer approve(
            @PathVariable Id statementId, @Nullable @Body @Valid Step body, Caller caller) {
        var seen = Step.seen(statementId, body);
        return desk.act(statementId, caller, who -> desk.review().approve(seen, who));
    }

    /// Takes a statement one step back, by the level that acts next; an approval also by the
    /// district itself.
    @Post("/return")
    @Secured({Role.STREET_OFFICER, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE})
    StatementAnswer giveBack(
            @PathVariable Id statementId, @Body @Valid ReviewBodies.Reason body, Caller caller) {
        var seen = ReviewBodies.seen(statementId, body.version());
        return desk.act(
                statementId, caller, who -> desk.review().giveBack(seen, who, body.reason()));
    }

    /// Opens a dispute: the provider reports a wrong line or a missing order, and the statement
    /// waits.
    @Post("/dispute")
    @Secured(Role.PROVIDER_MANAGER)
    StatementAnswer dispute(
            @PathVariable Id statementId, @Body @Valid ReviewBodies.Dispute body, Caller caller) {
        var seen = ReviewBodies.seen(statementId, body.version());
        return desk.act(
                statementId,
                caller,
                who -> desk.disputing().dispute(seen, who, body.order(), body.reason()));
    }

    /// Answers a dispute, or withdraws it for the provider: the statement continues.
    @Post("/disputes/{disputeId}/resolve")
    @Secured({Role.PROVIDER_MANAGER, Role.STREET_OFFICER, Role.DISTRICT_OFFICER})
    StatementAnswer resolve(
            @PathVariable Id statementId,
            @PathVariable Id disputeId,
            @Body @Valid ReviewBodies.Answer body,
            Caller caller) {
        var seen = ReviewBodies.seen(statementId, body.version());
        return desk.act(
                statementId,
                caller,
                who ->
                        desk.disputing()
                                .resolve(
                                        seen,
                                        who,
                                        disputeId.value(),
                                        body.verdict(),
                                        body.reason()));
    }
}
