package org.nuancan.console.admin;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Accounts: the list, one of them, and what is done to it.
@Controller("/users")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UserController {

    private final StaticTemplates templates = new StaticTemplates();
    private final UserClient client;
    private final Pages pages;
    private final Actions actions;

    UserController(UserClient client, Pages pages, Actions actions) {
        this.client = client;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(
            SignedIn reader,
            @QueryValue(defaultValue = "") String role,
            @QueryValue(defaultValue = "") String q,
            @QueryValue Optional<String> after) {
        var shownRole = User.ROLES.contains(role) ? role : "";
        var page =
                client.list(reader.asking(), shownRole, q, after)
                        .map(found ->
                                new UserList(
                                        shownRole,
                                        q,
                                        found.items(),
                                        found.next().map(cursor -> next(shownRole, q, cursor))));
        return pages.show(reader, page, templates::adminUsers);
    }

    @Get("/{username}")
    HttpResponse<?> one(SignedIn reader, String username) {
        return pages.show(reader, client.user(reader.asking(), username), templates::adminUser);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> add(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.add(reader.asking(), account(form)),
                user -> at(user, "user"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{username}")
    HttpResponse<?> change(SignedIn reader, String username, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.change(reader.asking(), username, change(form)),
                user -> at(user, "user-changed"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{username}/{act:enable|disable|confirm}")
    HttpResponse<?> act(
            SignedIn reader, String username, String act, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.act(reader.asking(), username, act),
                user -> at(user, "user-" + act));
    }

    /// The new password is shown once, beside the form.
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{username}/password")
    HttpResponse<?> resetPassword(
            SignedIn reader, String username, @Body Map<String, Object> fields) {
        return actions.show(
                reader,
                fields,
                form -> client.resetPassword(reader.asking(), username),
                templates::adminPassword);
    }

    private static Map<String, Object> account(Form form) {
        var account = new LinkedHashMap<String, Object>();
        account.put("username", form.text("username"));
        form.maybe("display-name").ifPresent(name -> account.put("displayName", name));
        account.put("password", form.verbatim("password"));
        account.put("role", form.text("role"));
        account.put("scope", scope(form));
        return account;
    }

    private static Map<String, Object> change(Form form) {
        var change = new LinkedHashMap<String, Object>();
        change.put("version", form.number("version"));
        form.maybe("display-name").ifPresent(name -> change.put("displayName", name));
        if (!form.text("role").equals(form.text("role-before"))) {
            change.put("role", form.text("role"));
        }
        if (!form.text("area").equals(form.text("area-before"))) {
            change.put("scope", scope(form));
        }
        return change;
    }

    /// Which part of a scope a code is, follows from the role.
    private static Map<String, Object> scope(Form form) {
        var area = form.text("area");
        if (area.isEmpty()) {
            return Map.of();
        }
        return switch (form.text("role")) {
            case "STREET_OFFICER", "ORDER_DESK" -> Map.of("streetCode", area);
            case "PROVIDER_MANAGER", "DISPATCHER", "RIDER" -> Map.of("providerId", area);
            case "KITCHEN_STAFF" -> Map.of("siteId", area);
            default -> Map.of("districtCode", area);
        };
    }

    private static Done at(User user, String word) {
        return new Done(UriBuilder.of("/users").path(user.username()).build().toString(), word);
    }

    private static String next(String role, String words, String cursor) {
        return UriBuilder.of("/users")
                .queryParam("role", role)
                .queryParam("q", words)
                .queryParam("after", cursor)
                .build()
                .toString();
    }
}
