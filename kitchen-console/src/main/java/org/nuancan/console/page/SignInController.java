package org.nuancan.console.page;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.api.Answer.SignInAgain;
import org.nuancan.console.api.Answer.Unavailable;
import org.nuancan.console.api.Problem;
import org.nuancan.console.session.Cookies;
import org.nuancan.console.session.Forms;
import org.nuancan.console.session.Sessions;

/// Signing in and out.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

    private final StaticTemplates templates = new StaticTemplates();
    private final Sessions sessions;
    private final Cookies cookies;
    private final Forms forms;
    private final Pages pages;

    SignInController(Sessions sessions, Cookies cookies, Forms forms, Pages pages) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.forms = forms;
        this.pages = pages;
    }

    @Get("/sign-in")
    HttpResponse<?> form(Visit visit, @QueryValue Optional<String> next) {
        return form(visit, 200, "", next.orElse("/"), Optional.empty());
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/sign-in")
    HttpResponse<?> signIn(Visit visit, @Body SignInForm form, HttpRequest<?> request) {
        if (!forms.isOurs(visit.visitor(), form.token())) {
            return pages.refusal(visit, 403, "form-foreign");
        }
        var language = visit.language().code();
        var address = ForwardedFor.of(request);
        return switch (sessions.begin(form.username(), form.password(), language, address)) {
            case Given(var session) ->
                    HttpResponse.seeOther(URI.create(Paths.ours(form.next())))
                            .cookie(cookies.keep(session))
                            .cookie(cookies.visitor(forms.visitor()));
            case SignInAgain(var problem) -> again(visit, form, problem);
            case Refused(var problem) -> again(visit, form, problem);
            case Unavailable(var why) -> pages.refusal(visit, 503, "api-silent");
        };
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/sign-out")
    HttpResponse<?> signOut(SignedIn reader, @Body SignOutForm form) {
        if (!forms.isOurs(reader.visit().visitor(), form.token())) {
            return pages.refusal(reader.visit(), 403, "form-foreign");
        }
        sessions.end(reader.asking());
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(cookies.forgetSession());
    }

    private HttpResponse<?> again(Visit visit, SignInForm form, Problem problem) {
        return form(visit, problem.status(), form.username(), form.next(), Optional.of(problem));
    }

    private HttpResponse<?> form(
            Visit visit, int status, String username, String next, Optional<Problem> problem) {
        return pages.open(visit, status, frame -> templates.signIn(frame, username, next, problem));
    }
}
