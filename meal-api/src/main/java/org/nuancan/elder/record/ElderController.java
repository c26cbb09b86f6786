package org.nuancan.elder.record;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.day.BusinessDay;
import org.nuancan.elder.Area;
import org.nuancan.elder.NewElder;
import org.nuancan.elder.file.ElderChange;
import org.nuancan.elder.record.ElderAnswer.StayBody;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.idempotency.Answer;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.idempotency.IdempotencyKeys;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;

/// Records of elders, over HTTP.
@Controller("/v1/elders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Elders and cards")
class ElderController {

    private final ElderService register;
    private final ElderSearchService search;
    private final IdempotencyKeys keys;
    private final Clock clock;

    ElderController(
            ElderService register, ElderSearchService search, IdempotencyKeys keys, Clock clock) {
        this.register = register;
        this.search = search;
        this.keys = keys;
        this.clock = clock;
    }

    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Register an elder; the ID number must pass GB 11643")
    @ApiResponse(responseCode = "201", description = "On file.", useReturnTypeSchema = true)
    HttpResponse<ElderAnswer> register(
            IdempotencyKey key, @Body @Valid ElderRequests.Registration body, Caller caller) {
        var area = Area.of(caller);
        return keys.once(
                key,
                body,
                connection -> {
                    var elder = body.elder(BusinessDay.today(clock).date());
                    return Answer.created(
                            done(register.register(elder, area, caller.username()), area));
                });
    }

    @Get("/{elderId}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.AUDITOR
    })
    @Operation(summary = "One elder's record")
    ElderAnswer show(Id elderId, Caller caller) {
        return shown(elderId.value(), Area.of(caller));
    }

    @Patch("/{elderId}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Change fields from today on; categories, lists and contacts are replaced")
    ElderAnswer change(Id elderId, @Body @Valid ElderRequests.Change body, Caller caller) {
        var area = Area.of(caller);
        return changed(
                register.change(
                        elderId.value(), body.version(), body.patch(), area, caller.username()));
    }

    @Post("/search")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.AUDITOR
    })
    @Operation(summary = "Find elders by exactly one of ID number, exact name, phone, card number")
    Page<ElderAnswer> search(
            @Body @Valid ElderRequests.Search body,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        return body.clue(BusinessDay.today(clock).date())
                .map(clue -> search.search(clue, Area.of(caller), paging))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    @Get("/{elderId}/changes")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.ORDER_DESK,
        Role.AUDITOR
    })
    @Operation(summary = "Who changed what and when, without personal data")
    Page<ElderChange> history(Id elderId, Caller caller) {
        return register.history(elderId.value(), Area.of(caller))
                .map(changes -> new Page<>(changes, null))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    @Post("/{elderId}/stays")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Record a stay in an institution or hospital, both days included")
    @ApiResponse(responseCode = "201", description = "On file.", useReturnTypeSchema = true)
    HttpResponse<ElderAnswer> stay(Id elderId, @Body @Valid StayBody body, Caller caller) {
        var area = Area.of(caller);
        var stay = ElderRequests.stay(body);
        return HttpResponse.created(
                done(register.stay(elderId.value(), stay, area, caller.username()), area));
    }

    @Post("/{elderId}/status")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.ORDER_DESK})
    @Operation(summary = "Record a status from a day on; a death between birth and today")
    ElderAnswer status(Id elderId, @Body @Valid ElderRequests.StatusChange body, Caller caller) {
        var area = Area.of(caller);
        var status = new NewElder.NewStatus(body.status(), body.on(), body.reason());
        return done(register.status(elderId.value(), status, area, caller.username()), area);
    }

    private ElderAnswer changed(ElderService.Outcome outcome) {
        // After a move the elder may belong to another area; the writer still sees the answer.
        return done(outcome, new Area(true, ""));
    }

    private ElderAnswer done(ElderService.Outcome outcome, Area area) {
        return switch (outcome) {
            case ElderService.Outcome.Done(var elderId) -> shown(elderId, area);
            case ElderService.Outcome.DayImpossible(var pointer) ->
                    throw ElderRequests.impossible(pointer);
            case ElderService.Outcome.KnownAlready() ->
                    throw ProblemException.of(ProblemCode.ELDER_EXISTS);
            case ElderService.Outcome.NotHere() -> throw ProblemException.of(ProblemCode.NOT_FOUND);
            case ElderService.Outcome.Stale() ->
                    throw ProblemException.of(ProblemCode.STALE_VERSION);
        };
    }

    private ElderAnswer shown(long elderId, Area area) {
        return search.find(elderId, area)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
