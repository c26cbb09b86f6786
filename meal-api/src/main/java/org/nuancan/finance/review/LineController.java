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
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.finance.statement.StatementAnswer;
import org.nuancan.http.text.Id;

/// Decisions about single lines over HTTP.
@Controller("/v1/statements/{statementId}/lines/{journalId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class LineController {

    private final LineDecisionService desk;

    LineController(LineDecisionService desk) {
        this.desk = desk;
    }

    /// Withholds a line until it is decided; only before its statement is being paid.
    @Post("/hold")
    @Secured({Role.STREET_OFFICER, Role.DISTRICT_OFFICER})
    StatementAnswer hold(
            @PathVariable Id statementId,
            @PathVariable Id journalId,
            @Body @Valid ReviewBodies.Reason body,
            Caller caller) {
        return decided(LineDecisionService.Act.HOLD, statementId, journalId, body, caller);
    }

    /// Decides that a line on hold is genuine: it is paid.
    @Post("/release")
    @Secured({Role.STREET_OFFICER, Role.DISTRICT_OFFICER})
    StatementAnswer release(
            @PathVariable Id statementId,
            @PathVariable Id journalId,
            @Body @Valid ReviewBodies.Reason body,
            Caller caller) {
        return decided(LineDecisionService.Act.RELEASE, statementId, journalId, body, caller);
    }

    /// Takes the grants of a line back, from its held amount or from the provider's next statement.
    @Post("/recover")
    @Secured({Role.STREET_OFFICER, Role.DISTRICT_OFFICER})
    StatementAnswer recover(
            @PathVariable Id statementId,
            @PathVariable Id journalId,
            @Body @Valid ReviewBodies.Reason body,
            Caller caller) {
        return decided(LineDecisionService.Act.RECOVER, statementId, journalId, body, caller);
    }

    private StatementAnswer decided(
            LineDecisionService.Act act,
            Id statementId,
            Id journalId,
            ReviewBodies.Reason body,
            Caller caller) {
        return desk.decide(
                act, LineDecisionService.line(statementId, journalId, body), caller, body.reason());
    }
}
