package org.nuancan.elder.record;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.elder.Area;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.card.CardAnswer;
import org.nuancan.elder.record.ElderRequests.CodeIssue;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;

/// Cards and one-time codes of elders, over HTTP.
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Elders and cards")
class CardController {

    /// A QR code's text.
    ///
    /// @param code to be shown as a QR code; it says nothing about a person
    /// @param proxy whether somebody else fetches the meal
    /// @param expiresAt the first instant at which it is no longer good
    record CodeAnswer(String code, boolean proxy, Instant expiresAt) {}

    private final CardService cards;
    private final CodeService codes;

    CardController(CardService cards, CodeService codes) {
        this.cards = cards;
        this.codes = codes;
    }

    @Post("/elders/{elderId}/cards")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Hand out a card; an expired one of the same elder is renewed")
    @ApiResponse(responseCode = "201", description = "Issued.", useReturnTypeSchema = true)
    HttpResponse<CardAnswer> issue(
            Id elderId, @Body @Valid ElderRequests.CardIssue body, Caller caller) {
        return HttpResponse.created(
                done(
                        cards.issue(
                                elderId.value(), body.card(), Area.of(caller), caller.username())));
    }

    @Post("/cards/{cardNumber}/state")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(
            summary =
                    "Change a card's state; LOST by phone lapses after 5 days, CANCELLED is final")
    CardAnswer state(String cardNumber, @Body @Valid ElderRequests.CardChange body, Caller caller) {
        var number =
                CardNumber.parse(cardNumber)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return done(cards.state(number, body.newState(), Area.of(caller), caller.username()));
    }

    @Post("/elders/{elderId}/codes")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "A one-time code: valid 60 s, with proxy a day; good for one checkout")
    @ApiResponse(responseCode = "201", description = "Issued.", useReturnTypeSchema = true)
    HttpResponse<CodeAnswer> code(
            Id elderId, @Nullable @Body @Valid CodeIssue body, Caller caller) {
        var isProxy = Optional.ofNullable(body).map(CodeIssue::isProxy).orElse(false);
        return codes.issue(elderId.value(), isProxy, Area.of(caller), caller.username())
                .map(made ->
                        HttpResponse.created(
                                new CodeAnswer(made.text(), isProxy, made.expiresAt())))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static CardAnswer done(CardService.Outcome outcome) {
        return switch (outcome) {
            case CardService.Outcome.Done(var card) -> card;
            case CardService.Outcome.Taken() -> throw ProblemException.of(ProblemCode.CARD_EXISTS);
            case CardService.Outcome.Cancelled() ->
                    throw ProblemException.of(ProblemCode.CARD_CANCELLED);
            case CardService.Outcome.DayImpossible() -> throw ElderRequests.impossible("/validTo");
            case CardService.Outcome.NotHere() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
        };
    }
}
