package org.nuancan.console.page;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Me;
import org.nuancan.console.api.MealApi;
import org.nuancan.console.api.Problem;
import org.nuancan.console.session.Cookies;
import org.nuancan.console.session.Session;
import org.nuancan.console.session.Sessions;

/// The own account: who is signed in, another password, and how long the session lasts unused.
@Controller("/account")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {

    private final StaticTemplates templates = new StaticTemplates();
    private final MealApi api;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Pages pages;
    private final Actions actions;

    AccountController(
            MealApi api, Sessions sessions, Cookies cookies, Pages pages, Actions actions) {
        this.api = api;
        this.sessions = sessions;
        this.cookies = cookies;
        this.pages = pages;
        this.actions = actions;
    }

    /// Also shown while meal-api refuses everything until the password is changed.
    @Get
    HttpResponse<?> account(SignedIn reader) {
        var me = api.me(reader.asking());
        Answer<Optional<Me>> page =
                me instanceof Answer.Refused<Me>
                        ? new Given<>(Optional.empty())
                        : me.map(Optional::of);
        return pages.show(reader, page, templates::account);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/password")
    HttpResponse<?> changePassword(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.take(
                reader,
                fields,
                form -> changed(reader, form),
                session ->
                        actions.onTo(reader, new Done("/", "password"))
                                .cookie(cookies.keep(session)));
    }

    /// Seconds until the session ends unused. ApiCaller does not prolong it.
    @Get("/idle")
    HttpResponse<?> idle(SignedIn reader) {
        return HttpResponse.ok(Long.toString(sessions.idleLeft(reader.session()).toSeconds()))
                .contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    /// Prolongs the session: the visit itself does.
    @Get("/stay")
    HttpResponse<?> stay(SignedIn reader) {
        return HttpResponse.noContent();
    }

    private Answer<Session> changed(SignedIn reader, Form form) {
        if (!form.verbatim("new-password").equals(form.verbatim("again"))) {
            var language = reader.visit().language();
            return new Answer.Refused<>(
                    Problem.of(
                            Messages.text(language, "refused.password-again.title"),
                            422,
                            Messages.text(language, "refused.password-again.advice")));
        }
        return sessions.changePassword(
                reader.asking(), form.verbatim("password"), form.verbatim("new-password"));
    }
}
