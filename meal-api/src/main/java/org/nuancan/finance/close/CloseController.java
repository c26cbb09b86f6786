package org.nuancan.finance.close;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.nuancan.access.Role;
import org.nuancan.close.CloseOutcome;
import org.nuancan.close.DailyClose;
import org.nuancan.close.parked.Parked;
import org.nuancan.day.BusinessDay;
import org.nuancan.http.LongWork;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ledger.day.DayState;

/// The close over HTTP.
@LongWork
@Controller("/v1/settlement/days/{date}/close")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class CloseController {

    /// A provider whose day could not be computed.
    ///
    /// @param detail the cause, for analysis
    record ParkedAnswer(Id providerId, Parked.Cause cause, String detail) {}

    /// A closed day.
    ///
    /// @param orders number of orders captured on it
    /// @param contentHash hash over its statements
    record Answer(
            LocalDate date,
            DayState state,
            long orders,
            long statements,
            List<ParkedAnswer> parked,
            String contentHash) {}

    private final DailyClose close;

    CloseController(DailyClose close) {
        this.close = close;
    }

    /// Closes a day after every earlier open one. A repeated or concurrent request gets the same
    /// answer; 503 if other closes take too long.
    @Post
    @Secured(Role.CITY_ADMIN)
    Answer close(@PathVariable LocalDate date) {
        return switch (close.close(new BusinessDay(date))) {
            case CloseOutcome.DayNotOver _ -> throw ProblemException.of(ProblemCode.DAY_NOT_OVER);
            case CloseOutcome.Busy _ ->
                    throw ProblemException.with(ProblemCode.BUSY, Map.of("retryAfter", 10));
            case CloseOutcome.Closed closed ->
                    new Answer(
                            closed.date().date(),
                            DayState.CLOSED,
                            closed.orders(),
                            closed.statements(),
                            closed.parked().stream()
                                    .map(one ->
                                            new ParkedAnswer(
                                                    new Id(one.providerId()),
                                                    one.cause(),
                                                    one.detail()))
                                    .toList(),
                            closed.contentHash());
        };
    }
}
