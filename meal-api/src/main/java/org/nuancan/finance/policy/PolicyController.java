package org.nuancan.finance.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.document.Reading;

/// Subsidy policies: an officer drafts one, another releases it, and it ends on a date.
@LongWork
@Controller("/v1/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "subsidy")
class PolicyController {

    /// The end of a policy.
    ///
    /// @param effectiveTo the last day on which it is in force
    @Introspected
    record End(@NotNull LocalDate effectiveTo) {}

    private final PolicyService desk;

    PolicyController(PolicyService desk) {
        this.desk = desk;
    }

    /// Stores a policy as a draft, or answers every fault of it.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    @ApiResponse(responseCode = "201", description = "Drafted.", useReturnTypeSchema = true)
    HttpResponse<ObjectNode> draft(
            @Body ObjectNode document, @Parameter(hidden = true) Caller caller) {
        return switch (PolicyDocument.read(document, "")) {
            case Reading.Parsed<SubsidyPolicy>(var policy) ->
                    HttpResponse.created(PolicyAnswer.of(desk.draft(policy, caller)));
            case Reading.Malformed<SubsidyPolicy>(var faults) ->
                    throw ProblemException.of(ProblemCode.POLICY_MALFORMED, Words.faults(faults));
        };
    }

    /// Releases a draft that another user wrote; it starts after today and cannot change any more.
    @Post("/{code}/versions/{version}/release")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    ObjectNode release(
            @PathVariable String code,
            @PathVariable int version,
            @Parameter(hidden = true) Caller caller) {
        return PolicyAnswer.of(desk.release(new PolicyId(code, version), caller));
    }

    /// Ends a released version, not before today.
    @Post("/{code}/versions/{version}/end")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    ObjectNode end(
            @PathVariable String code,
            @PathVariable int version,
            @Valid @Body End end,
            @Parameter(hidden = true) Caller caller) {
        return PolicyAnswer.of(desk.end(new PolicyId(code, version), end.effectiveTo(), caller));
    }

    /// One version.
    @Get("/{code}/versions/{version}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    ObjectNode one(
            @PathVariable String code,
            @PathVariable int version,
            @Parameter(hidden = true) Caller caller) {
        return PolicyAnswer.of(desk.find(new PolicyId(code, version), caller));
    }

    /// All versions of all policies that concern the caller's area, drafts included, by code and
    /// version.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    Page<ObjectNode> list(
            @Valid @RequestBean Paging paging, @Parameter(hidden = true) Caller caller) {
        var after = paging.cursor().map(PolicyController::id);
        var found = desk.list(after, paging.rows(), caller).stream().map(PolicyAnswer::of).toList();
        return Page.of(
                found,
                paging,
                policy ->
                        Cursor.of(
                                policy.get("code").textValue(), policy.get("version").intValue()));
    }

    private static PolicyId id(Cursor cursor) {
        var version = cursor.number(1);
        return new PolicyId(
                cursor.text(0), Math.clamp(version, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
}
