package org.nuancan.console.page;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.api.Answer.SignInAgain;
import org.nuancan.console.api.Answer.Unavailable;
import org.nuancan.console.api.Problem;
import org.nuancan.console.session.Cookies;
import org.nuancan.console.session.Forms;
import org.nuancan.console.session.Session;

/// Makes pages: what meal-api gave as a page of its own, everything else as the page that says so.
@Singleton
public final class Pages {

    static final String HTML = "text/html;charset=utf-8";

    private final StaticTemplates templates = new StaticTemplates();
    private final Assets assets;
    private final Cookies cookies;
    private final Forms forms;

    Pages(Assets assets, Cookies cookies, Forms forms) {
        this.assets = assets;
        this.cookies = cookies;
        this.forms = forms;
    }

    /// The page for what was given, or the page for why it was not.
    public <T> HttpResponse<?> show(
            SignedIn reader, Answer<T> answer, BiFunction<Frame, T, JteModel> page) {
        return switch (answer) {
            case Given<T>(var value) ->
                    html(200, page.apply(frame(reader.visit(), reader.session()), value));
            case SignInAgain<T>(var problem) -> signInAgain(reader.visit());
            case Refused<T>(var problem) -> problem(reader, problem);
            case Unavailable<T>(var why) ->
                    switch (why) {
                        case SILENT -> refusal(reader.visit(), 503, "api-silent");
                        case NOT_UNDERSTOOD -> refusal(reader.visit(), 502, "api-odd");
                    };
        };
    }

    /// A piece of a page as text, for the live stream.
    public static String piece(JteModel model) {
        var output = new StringOutput();
        model.render(output);
        return output.toString();
    }

    /// What a page of this reader needs besides its content.
    public Frame frame(Visit visit, Session session) {
        return frame(visit, Optional.of(session));
    }

    private Frame frame(Visit visit, Optional<Session> session) {
        return new Frame(visit, session, forms.token(visit.visitor()), assets::href);
    }

    HttpResponse<?> open(Visit visit, int status, Function<Frame, JteModel> page) {
        return html(status, page.apply(frame(visit, Optional.empty())));
    }

    HttpResponse<?> problem(SignedIn reader, Problem problem) {
        return html(
                problem.status(),
                templates.problem(frame(reader.visit(), reader.session()), problem));
    }

    /// A refusal of the console's own, worded in our texts.
    MutableHttpResponse<?> refusal(Visit visit, int status, String key) {
        return html(status, refusalPage(visit, status, key));
    }

    String refusalText(Visit visit, int status, String key) {
        return piece(refusalPage(visit, status, key));
    }

    private JteModel refusalPage(Visit visit, int status, String key) {
        var language = visit.language();
        var problem =
                new Problem(
                        Messages.text(language, "refused." + key + ".title"),
                        status,
                        Optional.of(Messages.text(language, "refused." + key + ".advice")),
                        Optional.empty(),
                        Optional.of(List.of()));
        return templates.problem(frame(visit, Optional.empty()), problem);
    }

    HttpResponse<?> nothingHere(SignedIn reader) {
        return refusal(reader.visit(), 403, "no-place");
    }

    HttpResponse<?> signInFirst(HttpRequest<?> request, Visit visit) {
        if (request.getHeaders().contains("HX-Request")) {
            // htmx would put the sign-in page into a part of this one.
            return HttpResponse.noContent().header("HX-Redirect", "/sign-in");
        }
        if (request.accept().contains(MediaType.TEXT_EVENT_STREAM_TYPE)) {
            return HttpResponse.unauthorized();
        }
        return signInAgain(visit);
    }

    private HttpResponse<?> signInAgain(Visit visit) {
        var next = Paths.ours(visit.path());
        return HttpResponse.seeOther(URI.create(Paths.with("/sign-in", "next", next)))
                .cookie(cookies.forgetSession());
    }

    private static MutableHttpResponse<?> html(int status, JteModel model) {
        return HttpResponse.status(HttpStatus.valueOf(status))
                .body(piece(model))
                .header(HttpHeaders.CONTENT_TYPE, HTML);
    }
}
