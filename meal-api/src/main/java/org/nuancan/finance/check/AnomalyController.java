package org.nuancan.finance.check;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.check.Anomalies;
import org.nuancan.check.CheckCode;
import org.nuancan.finance.review.ReviewBodies;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.Language;
import org.nuancan.http.text.Id;

/// Findings of the platform's checks, over HTTP.
@LongWork
@Controller("/v1/anomalies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class AnomalyController {

    private final AnomalyService desk;

    AnomalyController(AnomalyService desk) {
        this.desk = desk;
    }

    /// Findings, the latest first.
    @Get
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.AUDITOR
    })
    Page<AnomalyAnswer> list(
            @QueryValue @Nullable CheckCode code,
            @QueryValue @Nullable Boolean open,
            @QueryValue @Nullable String districtCode,
            @QueryValue @Nullable Id statementId,
            @Valid @RequestBean Paging paging,
            Caller caller,
            HttpRequest<?> request) {
        var language = Language.of(request);
        var filter =
                new Anomalies.Filter(
                        Optional.ofNullable(districtCode),
                        Optional.empty(),
                        Optional.ofNullable(code),
                        Optional.ofNullable(open),
                        Optional.ofNullable(statementId).map(Id::value));
        var found =
                desk.list(filter, paging, caller).stream()
                        .map(one -> AnomalyAnswer.of(one, language))
                        .toList();
        return Page.of(found, paging, one -> Cursor.of(one.anomalyId().value()));
    }

    /// One finding.
    @Get("/{anomalyId}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.AUDITOR
    })
    AnomalyAnswer one(@PathVariable Id anomalyId, Caller caller, HttpRequest<?> request) {
        return AnomalyAnswer.of(desk.find(anomalyId, caller), Language.of(request));
    }

    /// Decides a finding: `GENUINE` releases the line, `RECOVER` takes its grants back.
    @Post("/{anomalyId}/resolve")
    @Secured({Role.STREET_OFFICER, Role.DISTRICT_OFFICER})
    AnomalyAnswer resolve(
            @PathVariable Id anomalyId,
            @Body @Valid ReviewBodies.Verdict body,
            Caller caller,
            HttpRequest<?> request) {
        return AnomalyAnswer.of(
                desk.resolve(anomalyId, body.verdict(), body.reason(), caller),
                Language.of(request));
    }
}
