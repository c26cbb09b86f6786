package org.nuancan.access;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.Identifier;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.Verbatim;

/// Users: made, shown and disabled by the city, and by a district within itself.
@Controller("/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
class UserController {

    private static final String ROLES =
            "CITY_ADMIN|DISTRICT_OFFICER|DISTRICT_FINANCE|STREET_OFFICER|ORDER_DESK"
                    + "|PROVIDER_MANAGER|KITCHEN_STAFF|DISPATCHER|RIDER|AUDITOR";

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    /// A user to be made.
    ///
    /// @param scope one of the four, as the role needs it; absent for the whole city
    @Introspected
    record NewUserRequest(
            @NotNull @Identifier @Pattern(regexp = SignIn.NEW_NAME) String username,
            @NotNull @Verbatim @Size(min = PasswordRule.SHORTEST, max = 256) String password,
            @NotNull @Pattern(regexp = ROLES) String role,
            @Nullable @Valid ScopeWords scope) {

        private Users.NewUser user() {
            return new Users.NewUser(
                    username, password, role, Objects.requireNonNullElse(scope, ScopeWords.city()));
        }
    }

    /// Makes a user.
    @Post
    @Status(HttpStatus.CREATED)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    @Operation(summary = "Make a user; a district officer within the own district")
    Users.User create(Caller caller, @Body @Valid NewUserRequest request) {
        return users.create(caller, request.user());
    }

    /// The users of the caller's area.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    @Operation(summary = "The users of the own area, by name")
    Page<Users.User> list(Caller caller, @Valid @RequestBean Paging paging) {
        return users.list(caller, paging);
    }

    /// One user.
    @Get("/{username}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.AUDITOR})
    @Operation(summary = "One user of the own area")
    Users.User get(Caller caller, String username) {
        return users.find(caller, username);
    }

    /// Disables a user.
    @Post("/{username}/disable")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    @Operation(summary = "Disable a user; every token is void within 5 s")
    Users.User disable(Caller caller, String username) {
        return users.disable(caller, username);
    }
}
