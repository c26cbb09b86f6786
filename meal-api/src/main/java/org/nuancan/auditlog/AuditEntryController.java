package org.nuancan.auditlog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.access.user.UserService;
import org.nuancan.audit.AuditEntries;
import org.nuancan.audit.AuditLog;
import org.nuancan.audit.FieldChange;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;

/// The audit log over HTTP.
@Controller("/v1/audit-entries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
class AuditEntryController {

    /// A recorded act.
    ///
    /// @param kind area of the log; each area has a chain
    /// @param subject the object of the act: a kind and an id
    /// @param byDisplayName display name of the user; null if the name is not a user's
    /// @param division division that the subject belongs to; empty for the city
    /// @param changes changed fields; values of personal data are masked
    /// @param chain place in the chain; null until the entry is sealed, about a second
    @Introspected
    record AuditEntryAnswer(
            Id entryId,
            AuditLog.Area kind,
            String act,
            String subject,
            String by,
            @Nullable String byDisplayName,
            Instant at,
            String division,
            String detail,
            List<FieldAnswer> changes,
            @Nullable ChainAnswer chain) {

        static AuditEntryAnswer of(AuditEntries.Kept kept, Map<String, String> displayNames) {
            var entry = kept.entry();
            return new AuditEntryAnswer(
                    new Id(kept.entryId()),
                    entry.area(),
                    entry.act(),
                    entry.subject(),
                    entry.by(),
                    displayNames.get(entry.by()),
                    kept.at(),
                    entry.content().division(),
                    entry.detail(),
                    entry.content().changes().stream().map(FieldAnswer::of).toList(),
                    kept.place()
                            .map(place -> new ChainAnswer(place.sequence(), place.hash()))
                            .orElse(null));
        }
    }

    /// A changed field.
    ///
    /// @param before empty if there was no value
    /// @param after empty if there is no value
    @Introspected
    record FieldAnswer(String field, String before, String after) {

        static FieldAnswer of(FieldChange change) {
            return new FieldAnswer(change.field(), change.before(), change.after());
        }
    }

    /// Place of an entry in the chain of its kind.
    ///
    /// @param sequence position, from 1
    /// @param hash SM3 of the previous hash and the entry, hex
    @Introspected
    record ChainAnswer(long sequence, String hash) {}

    /// The last day of the contract; the day after it cannot be stored.
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final AuditEntries entries;
    private final UserService users;

    AuditEntryController(AuditEntries entries, UserService users) {
        this.entries = entries;
        this.users = users;
    }

    /// The entries in the caller's area, the latest first. An auditor of a district sees the
    /// entries about its elders, providers, sites, statements, payments and accounts.
    ///
    /// @param from the first day; if absent, no lower bound
    /// @param to the last day; if absent, no upper bound
    /// @param actor name of the account that acted
    /// @param kind area of the log
    /// @param subject as in the entry, such as `elder 7249…` or `site 7249…`
    @Get
    @Secured({Role.CITY_ADMIN, Role.AUDITOR})
    Page<AuditEntryAnswer> list(
            @QueryValue @Nullable LocalDate from,
            @QueryValue @Nullable LocalDate to,
            @QueryValue @Nullable @Size(max = 64) String actor,
            @QueryValue AuditLog.@Nullable Area kind,
            @QueryValue @Nullable @Size(max = 128) String subject,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        var filter =
                new AuditEntries.Filter(
                        within(caller),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(actor),
                        Optional.ofNullable(subject),
                        Optional.ofNullable(from).map(day -> new BusinessDay(day).begins()),
                        Optional.ofNullable(to)
                                .filter(LAST::isAfter)
                                .map(day -> new BusinessDay(day.plusDays(1)).begins()));
        var before = paging.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        var page =
                Page.of(
                        entries.list(filter, before, paging.rows()),
                        paging,
                        one -> Cursor.of(one.entryId()));
        var names =
                users.displayNames(
                        page.items().stream().map(one -> one.entry().by()).distinct().toList());
        return new Page<>(
                page.items().stream().map(one -> AuditEntryAnswer.of(one, names)).toList(),
                page.next());
    }

    private static Optional<String> within(Caller caller) {
        return switch (caller.scope()) {
            case Scope.City() -> Optional.empty();
            case Scope.District(var code) -> Optional.of(code);
            case Scope.Street _, Scope.OfProvider _, Scope.OfSite _ ->
                    throw ProblemException.of(ProblemCode.FORBIDDEN);
        };
    }
}
