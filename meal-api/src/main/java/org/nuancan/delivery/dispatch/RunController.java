package org.nuancan.delivery.dispatch;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.RunFilter;
import org.nuancan.delivery.position.PositionAnswer;
import org.nuancan.document.Pdf;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.http.text.Identifier;
import org.nuancan.policy.fact.Slot;

/// The runs of dispatchers.
@LongWork
@Controller("/v1/delivery-runs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "delivery")
class RunController {

    /// A run to make.
    ///
    /// @param riderUsername the rider; with `auto` it may be left out: all riders who have no run
    ///   of this meal yet
    /// @param orderIds the orders, in the order of delivery; not with `auto`
    /// @param auto whether runs are computed for all orders of the meal that are on none
    @Introspected
    record NewRun(
            @NotNull Id siteId,
            @NotNull LocalDate date,
            @NotNull Slot slot,
            @Nullable @Identifier @Size(min = 1, max = 64) String riderUsername,
            @Nullable @Size(min = 1, max = 500) List<@NotNull Id> orderIds,
            @Nullable Boolean auto) {

        boolean isAuto() {
            return Boolean.TRUE.equals(auto);
        }
    }

    /// The new stops of a run.
    ///
    /// @param version the run's version as it was read
    /// @param orderIds all orders, in the order of delivery; none empties the run
    @Introspected
    record NewStops(int version, @NotNull @Size(max = 500) List<@NotNull Id> orderIds) {}

    /// Result of a computation of runs.
    ///
    /// @param items the runs
    /// @param left orders that no rider can carry
    /// @param tookMs duration of the computation, in milliseconds
    @Introspected
    record Computed(List<RunAnswer> items, List<String> left, long tookMs) {}

    private final RunService desk;
    private final AutoRuns auto;
    private final RunSheet sheet;
    private final NoShow noShow;
    private final RunChangeService changes;
    private final RunProposals proposals;

    RunController(
            RunService desk,
            AutoRuns auto,
            RunSheet sheet,
            NoShow noShow,
            RunChangeService changes,
            RunProposals proposals) {
        this.desk = desk;
        this.auto = auto;
        this.sheet = sheet;
        this.noShow = noShow;
        this.changes = changes;
        this.proposals = proposals;
    }

    /// Makes a run by hand (`riderUsername`, `orderIds`; answers the run), or computes runs for all
    /// orders of a meal that are on none (`"auto":true`; answers `{"items","left","tookMs"}`),
    /// within the time limits and the riders' capacity. On each run, elders of 100 and more come
    /// first, then those of 80 and more who live alone, then disabled ones and those with dementia.
    @Post
    @Status(HttpStatus.CREATED)
    @Secured(Role.DISPATCHER)
    Object make(@Body @Valid NewRun run, Caller caller) {
        if (run.isAuto() && run.orderIds() != null) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(
                            new ProblemException.Fault(
                                    "/orderIds", "VALUE", "与 auto 不可同用 / not with auto")));
        }
        return run.isAuto() ? auto.make(run, caller) : desk.make(run, caller);
    }

    /// Computes runs as `auto` would make them, and stores nothing. Each can be taken as it is.
    @Post("/proposals")
    @Status(HttpStatus.OK)
    @Secured(Role.DISPATCHER)
    ProposalResponse propose(@Body @Valid ProposalRequest body, Caller caller) {
        return proposals.propose(body, caller);
    }

    /// Runs, the latest made first.
    @Get("{?siteId,date,slot}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.DISPATCHER,
        Role.AUDITOR
    })
    Page<RunAnswer> list(
            @QueryValue @Nullable Id siteId,
            @QueryValue @Nullable LocalDate date,
            @QueryValue @Nullable Slot slot,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        return desk.list(new RunFilter(siteId, date, slot), paging, caller);
    }

    /// One run.
    @Get("/{runId}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.KITCHEN_STAFF,
        Role.DISPATCHER,
        Role.AUDITOR
    })
    RunAnswer one(Id runId, Caller caller) {
        return desk.one(runId, caller);
    }

    /// Replaces the stops of a run or their order. Later computations do not change the run.
    @Put("/{runId}/stops")
    @Secured(Role.DISPATCHER)
    RunAnswer restop(Id runId, @Body @Valid NewStops stops, Caller caller) {
        return desk.restop(runId, stops, caller);
    }

    /// Gives a run to another rider of the provider, at any time before its last stop is done. The
    /// rider before can still report what happened until then.
    @Post("/{runId}/reassign")
    @Status(HttpStatus.OK)
    @Secured(Role.DISPATCHER)
    RunAnswer reassign(Id runId, @Body @Valid ReassignRequest body, Caller caller) {
        return changes.reassign(runId, body.riderUsername(), caller);
    }

    /// Cancels a run that has not left: its orders are on no run any more. 422 `UNUSABLE` for a run
    /// that has left.
    @Post("/{runId}/cancel")
    @Status(HttpStatus.OK)
    @Secured(Role.DISPATCHER)
    RunAnswer cancel(Id runId, Caller caller) {
        return changes.cancel(runId, caller);
    }

    /// Reports that the carrier did not come: all open orders of the run fail with
    /// `CARRIER_NO_SHOW`, from the meal's day on (422 `ORDER_NOT_DUE` before). If the kitchen
    /// reports it, the loss stays with the kitchen until the carrier's dispatcher or an officer of
    /// the kitchen's street calls the same operation.
    @Post("/{runId}/no-show")
    @Status(HttpStatus.OK)
    @Secured({Role.DISPATCHER, Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER, Role.STREET_OFFICER})
    RunAnswer noShow(Id runId, Caller caller) {
        return noShow.tell(runId, caller);
    }

    /// The rider's positions on a run, the latest first; kept 30 days.
    @Get("/{runId}/positions")
    @Secured({Role.DISPATCHER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    KnownPositions positions(Id runId, Caller caller) {
        return new KnownPositions(desk.positions(runId, caller), null);
    }

    /// A list that is never paged.
    @Introspected
    record KnownPositions(List<PositionAnswer> items, @Nullable String next) {}

    /// The run sheet to print, A4.
    @Get("/{runId}/sheet.pdf")
    @Produces("application/pdf")
    @Secured({Role.DISPATCHER, Role.KITCHEN_STAFF, Role.PROVIDER_MANAGER, Role.AUDITOR})
    HttpResponse<byte[]> sheet(Id runId, Caller caller) {
        var paper = desk.reading(runId, caller, sheet::print);
        var answer =
                HttpResponse.ok(paper.bytes())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"run-sheet.pdf\"");
        paper.warnings().ifPresent(warnings -> answer.header(Pdf.WARNINGS, warnings));
        return answer;
    }
}
