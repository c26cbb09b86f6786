package org.nuancan.finance.check;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.check.CheckCode;
import org.nuancan.check.CheckParameters;
import org.nuancan.check.CheckParameters.Parameter;
import org.nuancan.finance.View;
import org.nuancan.http.LongWork;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Identifier;

/// Parameters of the platform's checks, over HTTP: a district sets its own, valid from a day on.
@LongWork
@Controller("/v1/check-parameters")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "finance")
class CheckParameterController {

    /// The value of a parameter.
    ///
    /// @param districtCode null for the whole city
    /// @param name the check's name of it; `holds` is 1 if lines with findings are put on hold, 0
    ///   if they are only noted
    /// @param from the first day on which it applies; of several values that have begun the latest
    ///   applies, and a district's value has priority over the city's
    @Introspected
    record ParameterAnswer(
            CheckCode code,
            @Nullable String districtCode,
            String name,
            LocalDate from,
            long value) {

        static ParameterAnswer of(Parameter one) {
            return new ParameterAnswer(
                    one.code(), one.district().orElse(null), one.name(), one.from(), one.value());
        }
    }

    /// All values, including earlier ones.
    @Introspected
    record ParametersAnswer(List<ParameterAnswer> items) {}

    /// A value to set.
    ///
    /// @param districtCode the district; null for the whole city, which the city sets
    /// @param from a day after today
    @Introspected
    record NewParameter(
            @NotNull CheckCode code,
            @Nullable @Pattern(regexp = "\\d{6}") String districtCode,
            @NotNull @Identifier @Size(min = 1, max = 24) String name,
            @NotNull LocalDate from,
            @NotNull Long value) {}

    private final CheckParameters parameters;

    CheckParameterController(CheckParameters parameters) {
        this.parameters = parameters;
    }

    /// The values of the city and of the caller's district, by check, name and day.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.DISTRICT_FINANCE, Role.AUDITOR})
    ParametersAnswer list(Caller caller) {
        var district = View.district(caller);
        var found = parameters.list(district);
        return new ParametersAnswer(found.stream().map(ParameterAnswer::of).toList());
    }

    /// Sets a value from a future day on; the audit log names the user.
    @Post
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    @ApiResponse(responseCode = "201", description = "Set.", useReturnTypeSchema = true)
    HttpResponse<ParameterAnswer> set(@Body @Valid NewParameter wanted, Caller caller) {
        var own = View.district(caller);
        if (own.isPresent() && !own.get().equals(wanted.districtCode())) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        var parameter =
                new Parameter(
                        wanted.code(),
                        Optional.ofNullable(wanted.districtCode()),
                        wanted.name(),
                        wanted.from(),
                        wanted.value());
        return switch (parameters.set(parameter, caller.username())) {
            case SET -> HttpResponse.created(ParameterAnswer.of(parameter));
            case UNKNOWN -> throw invalid("/name", "该检查没有这个参数 / the check has no such parameter");
            case BEGUN -> throw invalid("/from", "须晚于今天 / must be after today");
            case OUT_OF_RANGE -> {
                var range = CheckParameters.range(parameter.name());
                throw invalid(
                        "/value",
                        "须为 %1$d 至 %2$d / must be from %1$d to %2$d"
                                .formatted(range.least(), range.most()));
            }
        };
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(new ProblemException.Fault(pointer, "VALUE", detail)));
    }
}
