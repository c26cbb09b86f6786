package org.nuancan.access.user;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.AccountName;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.password.PasswordRule;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;
import org.nuancan.http.text.Verbatim;

/// Users: administered by the city, by a district for its own area, and by a provider's manager for
/// the kitchen's staff, dispatchers and riders.
@Controller("/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Administration")
class UserController {

    static final String ROLES =
            "CITY_ADMIN|DISTRICT_OFFICER|DISTRICT_FINANCE|STREET_OFFICER|ORDER_DESK"
                    + "|PROVIDER_MANAGER|KITCHEN_STAFF|DISPATCHER|RIDER|AUDITOR";

    private static final int LONGEST_NAME = 50;

    private final UserService users;
    private final UserListService list;
    private final UserChangeService changes;

    UserController(UserService users, UserListService list, UserChangeService changes) {
        this.users = users;
        this.list = list;
        this.changes = changes;
    }

    /// A user to make.
    ///
    /// @param username ASCII and no ID number, checked by the pattern, so that its fault is
    ///   answered together with those of other fields
    /// @param displayName the name shown to people; absent: the user name
    /// @param scope one of the four, as the role needs it; absent for the whole city
    @Introspected
    record NewUserRequest(
            @NotNull @Verbatim @Pattern(regexp = AccountName.NEW) String username,
            @Nullable @Size(min = 1, max = LONGEST_NAME) String displayName,
            @NotNull @Verbatim @Size(min = PasswordRule.SHORTEST, max = 256) String password,
            @NotNull @Pattern(regexp = ROLES) String role,
            @Nullable @Valid ScopeWords scope) {

        private UserService.NewUser user() {
            return new UserService.NewUser(
                    username,
                    Objects.requireNonNullElse(displayName, username),
                    password,
                    role,
                    Objects.requireNonNullElse(scope, ScopeWords.city()));
        }
    }

    /// The new values of a user; an absent field stays unchanged.
    ///
    /// @param version that was read
    @Introspected
    record UserChangeRequest(
            @NotNull @Min(1) Integer version,
            @Nullable @Size(min = 1, max = LONGEST_NAME) String displayName,
            @Nullable @Pattern(regexp = ROLES) String role,
            @Nullable @Valid ScopeWords scope) {

        private UserChangeService.Change change() {
            return new UserChangeService.Change(
                    version,
                    Optional.ofNullable(displayName),
                    Optional.ofNullable(role),
                    Optional.ofNullable(scope));
        }
    }

    /// Makes a user. An account whose role reviews, approves or pays waits for a second person.
    @Post
    @Status(HttpStatus.CREATED)
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    @Operation(
            summary = "Make a user",
            description =
                    "A district officer within the own district; a provider's manager KITCHEN_STAFF"
                            + " of own sites, DISPATCHER and RIDER of the own provider."
                            + " STREET_OFFICER, DISTRICT_OFFICER, DISTRICT_FINANCE and CITY_ADMIN"
                            + " are PENDING until another person confirms them.")
    User create(Caller caller, @Body @Valid NewUserRequest request) {
        return users.create(caller, request.user());
    }

    /// Lists the users that the caller administers.
    @Get
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    @Operation(summary = "The users of the own area, by name")
    Page<User> list(
            Caller caller,
            @QueryValue @Nullable @Pattern(regexp = ROLES) String role,
            @Parameter(description = "A district's or street's code, or a provider's or site's id.")
                    @QueryValue
                    @Nullable
                    @Pattern(regexp = "[0-9]{1,19}")
                    String scope,
            @Parameter(description = "Part of the name or the display name.")
                    @QueryValue
                    @Nullable
                    @Size(max = 64)
                    String q,
            @Valid @RequestBean Paging paging) {
        var filter =
                new UserListService.Filter(
                        Optional.ofNullable(role),
                        Optional.ofNullable(scope),
                        Optional.ofNullable(q).filter(words -> !words.isBlank()));
        return list.list(caller, filter, paging);
    }

    /// One user.
    @Get("/{username}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER, Role.AUDITOR})
    @Operation(summary = "One user of the own area")
    User get(Caller caller, String username) {
        return users.find(caller, username);
    }

    /// Changes the display name, the role or the scope.
    @Patch("/{username}")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    @Operation(
            summary = "Change a user's display name, role or scope",
            description =
                    "Nobody changes the own role or scope. Another role or scope ends every token"
                            + " within 5 s and makes an account with power PENDING.")
    User change(Caller caller, String username, @Body @Valid UserChangeRequest request) {
        return changes.change(caller, username, request.change());
    }

    /// Disables a user.
    @Post("/{username}/disable")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    @Operation(summary = "Disable a user; every token is void within 5 s")
    User disable(Caller caller, String username) {
        return changes.disable(caller, username);
    }

    /// Enables a disabled user.
    @Post("/{username}/enable")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    @Operation(summary = "Enable a disabled user; an account with power is PENDING first")
    User enable(Caller caller, String username) {
        return changes.enable(caller, username);
    }

    /// Gives a one-time password.
    @Post("/{username}/reset-password")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER, Role.PROVIDER_MANAGER})
    @Operation(
            summary = "A one-time password, to be changed at the first sign-in",
            description =
                    "Shown once. Until it is changed every other operation answers 403"
                            + " PASSWORD_CHANGE_REQUIRED. An account with power is PENDING first.")
    UserChangeService.Reset resetPassword(Caller caller, String username) {
        return changes.resetPassword(caller, username);
    }

    /// Confirms an account that waits for a second person.
    @Post("/{username}/confirm")
    @Secured({Role.CITY_ADMIN, Role.DISTRICT_OFFICER})
    @Operation(
            summary = "Confirm a PENDING account as the second person",
            description = "403 for everybody who made it or changed it since.")
    User confirm(Caller caller, String username) {
        return changes.confirm(caller, username);
    }
}
