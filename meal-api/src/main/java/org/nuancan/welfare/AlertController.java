package org.nuancan.welfare;

import io.micronaut.core.annotation.Introspected;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.elder.Contact;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Id;

/// Alerts about elders who may need help.
@Controller("/v1/welfare-alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "welfare")
class AlertController {

    /// The result of a visit.
    ///
    /// @param note the officer's note
    @Introspected
    record Closing(
            @NotNull AlertFinding found,
            @Nullable @Size(max = 500) @Pattern(regexp = "\\P{Cntrl}*") String note) {}

    /// An alert as shown.
    ///
    /// @param orderId the meal that was not taken; null for a missed rhythm
    /// @param missedDays the days on which the elder usually eats and did not
    /// @param times how often it happened while the alert was open
    /// @param openMinutes minutes since the alert was raised; for a closed alert, until it was
    ///   closed
    /// @param phone the elder's phone number; null for a closed alert, for an elder who has moved
    ///   out of the caller's area, and for auditors
    /// @param contacts other persons to call; null in the same cases as the phone number
    @Introspected
    record AlertAnswer(
            String alertId,
            AlertKind kind,
            AlertState state,
            String elderId,
            String maskedName,
            String division,
            @Nullable String orderId,
            List<LocalDate> missedDays,
            int times,
            Instant raisedAt,
            Instant lastAt,
            @Nullable Instant takenAt,
            @Nullable String takenBy,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable AlertFinding found,
            @Nullable String note,
            long openMinutes,
            @Nullable String phone,
            @Nullable List<Contact> contacts) {}

    /// Waiting times of the alerts of a street.
    ///
    /// @param underOneHour number of alerts that have waited less than an hour; the others likewise
    /// @param oldestMinutes waiting time of the oldest alert that is not closed
    @Introspected
    record Ageing(
            String division,
            AlertState state,
            long underOneHour,
            long underFourHours,
            long underOneDay,
            long older,
            long oldestMinutes) {}

    /// All streets of the caller's area that have open alerts.
    @Introspected
    record AgeingAnswer(List<Ageing> items, @Nullable String next) {}

    private final AlertService alerts;

    AlertController(AlertService alerts) {
        this.alerts = alerts;
    }

    /// Alerts of the caller's area, the latest first; filtered by state if one is given.
    @Get("{?state}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.AUDITOR})
    Page<AlertAnswer> list(
            @QueryValue @Nullable AlertState state,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        return alerts.list(state, paging, caller);
    }

    /// Waiting times of open and taken alerts, by street.
    @Get("/ageing")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.STREET_OFFICER, Role.AUDITOR})
    AgeingAnswer ageing(Caller caller) {
        return new AgeingAnswer(alerts.ageing(caller), null);
    }

    /// Assigns the alert to the caller, who will visit the elder; repeated by the same user it
    /// changes nothing.
    @Post("/{alertId}/take")
    @Status(HttpStatus.OK)
    @Secured(Role.STREET_OFFICER)
    AlertAnswer take(Id alertId, Caller caller) {
        return alerts.take(alertId, caller);
    }

    /// Closes an alert with the result of the visit.
    @Post("/{alertId}/close")
    @Status(HttpStatus.OK)
    @Secured(Role.STREET_OFFICER)
    AlertAnswer close(Id alertId, @Body @Valid Closing closing, Caller caller) {
        return alerts.close(alertId, closing, caller);
    }
}
