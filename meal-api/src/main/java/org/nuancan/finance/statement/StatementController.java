package org.nuancan.finance.statement;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.close.statement.StatementState;
import org.nuancan.http.Cursor;
import org.nuancan.http.LongWork;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.problem.Language;
import org.nuancan.http.text.Id;

/// Statements over HTTP.
@LongWork
@Controller("/v1/statements")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class StatementController {

    private final OwnStatements statements;

    StatementController(OwnStatements statements) {
        this.statements = statements;
    }

    /// The statements that the caller may see, the latest first.
    @Get
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    Page<StatementAnswer> list(
            @QueryValue @Nullable LocalDate date,
            @QueryValue @Nullable Id providerId,
            @QueryValue @Nullable String districtCode,
            @QueryValue @Nullable StatementState state,
            @Valid @RequestBean Paging paging,
            Caller caller) {
        var query =
                new OwnStatements.StatementQuery(
                        Optional.ofNullable(date),
                        Optional.ofNullable(providerId).map(Id::value),
                        Optional.ofNullable(districtCode),
                        Optional.ofNullable(state));
        var found =
                statements.list(query, paging, caller).stream().map(StatementAnswer::of).toList();
        return Page.of(found, paging, statement -> Cursor.of(statement.statementId().value()));
    }

    /// One statement.
    @Get("/{statementId}")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    StatementAnswer one(@PathVariable Id statementId, Caller caller) {
        return StatementAnswer.of(statements.find(statementId, caller));
    }

    /// The lines of a statement in the order in which they are hashed; an officer of a street sees
    /// those of its sites.
    @Get("/{statementId}/lines")
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.DISTRICT_FINANCE,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.AUDITOR
    })
    Page<LineAnswer> lines(
            @PathVariable Id statementId,
            @Valid @RequestBean Paging paging,
            Caller caller,
            HttpRequest<?> request) {
        var found = statements.lines(statementId, paging, caller, Language.of(request));
        return Page.of(found, paging, line -> Cursor.of(line.journalId().value()));
    }
}
