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
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.api.Answer.SignInAgain;
import org.nuancan.console.api.Answer.Unavailable;
import org.nuancan.console.api.ApiFile;
import org.nuancan.console.api.Problem;
import org.nuancan.console.export.ShownTable;
import org.nuancan.console.export.TableRequest;
import org.nuancan.console.export.TableWords;
import org.nuancan.console.session.Cookies;
import org.nuancan.console.session.Forms;
import org.nuancan.console.session.Session;

/// Renders pages: the value from meal-api, or the page of its refusal or failure.
@Singleton
public final class Pages {

    static final String HTML = "text/html;charset=utf-8";

    private final StaticTemplates templates = new StaticTemplates();
    private final Assets assets;
    private final Cookies cookies;
    private final Forms forms;
    private final InstantSource clock;

    Pages(Assets assets, Cookies cookies, Forms forms, InstantSource clock) {
        this.assets = assets;
        this.cookies = cookies;
        this.forms = forms;
        this.clock = clock;
    }

    /// The page for what was given, or the page for why it was not.
    public <T> HttpResponse<?> show(
            SignedIn reader, Answer<T> answer, BiFunction<Frame, T, JteModel> page) {
        if (!(answer instanceof Given<T>(var value))) {
            return why(reader, answer);
        }
        var model = page.apply(frame(reader.visit(), reader.session()), value);
        var tableRequest = reader.visit().file();
        return tableRequest.isPresent()
                ? tableFile(reader, tableRequest.get(), model)
                : html(200, model);
    }

    /// A table of the page as a file: what the page shows, with every record of its list.
    private HttpResponse<?> tableFile(SignedIn reader, TableRequest tableRequest, JteModel model) {
        var language = reader.visit().language();
        var words =
                new TableWords(
                        Messages.text(language, "files.yuan"),
                        Messages.text(language, "files.note"),
                        Messages.text(language, "files.cut"));
        return ShownTable.find(piece(model), tableRequest.table(), words)
                .<HttpResponse<?>>map(table -> {
                    var format = tableRequest.format();
                    return HttpResponse.ok(format.bytes(table))
                            .header(HttpHeaders.CONTENT_TYPE, format.type())
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    format.disposition(table, clock.instant()));
                })
                .orElseGet(() -> problem(reader, refusalProblem(reader.visit(), 404, "not-found")));
    }

    /// The page for what was found, or the page that says that there is none.
    public <T> HttpResponse<?> showFound(
            SignedIn reader, Answer<Optional<T>> answer, BiFunction<Frame, T, JteModel> page) {
        return answer instanceof Given<Optional<T>>(var found) && found.isEmpty()
                ? problem(reader, refusalProblem(reader.visit(), 404, "not-found"))
                : show(reader, answer.map(Optional::orElseThrow), page);
    }

    /// The reason why there is no value: a page, or a notice if only a part was requested.
    <T> HttpResponse<?> why(SignedIn reader, Answer<T> answer) {
        return switch (answer) {
            case Given<T>(var value) -> throw new IllegalArgumentException("something was given");
            case SignInAgain<T>(var problem) -> signInAgain(reader.visit(), Optional.empty());
            case Refused<T>(var problem) -> problem(reader, problem);
            case Unavailable<T>(var why) ->
                    switch (why) {
                        case SILENT ->
                                problem(reader, refusalProblem(reader.visit(), 503, "api-silent"));
                        case NOT_UNDERSTOOD ->
                                problem(reader, refusalProblem(reader.visit(), 502, "api-odd"));
                    };
        };
    }

    /// A part of a page: only the part for htmx, a page of its own without a script.
    public <T> HttpResponse<?> part(
            SignedIn reader, Answer<T> answer, BiFunction<Frame, T, JteModel> part) {
        return answer instanceof Given<T>(var value)
                ? piece(reader, value, part)
                : why(reader, answer);
    }

    /// The outcome of a form beside the form; a page of its own without a script.
    <T> HttpResponse<?> piece(SignedIn reader, T value, BiFunction<Frame, T, JteModel> piece) {
        var frame = frame(reader.visit(), reader.session());
        var model = piece.apply(frame, value);
        return html(200, reader.visit().part() ? model : templates.outcome(frame, model::render));
    }

    /// Passes a file of meal-api on to the browser.
    public HttpResponse<?> file(SignedIn reader, Answer<ApiFile> answer) {
        if (!(answer instanceof Given<ApiFile>(var file))) {
            return why(reader, answer);
        }
        var response = HttpResponse.ok(file.bytes()).header(HttpHeaders.CONTENT_TYPE, file.type());
        file.disposition().ifPresent(how -> response.header(HttpHeaders.CONTENT_DISPOSITION, how));
        return response;
    }

    /// A piece of a page as text, for the live stream.
    public static String piece(JteModel model) {
        var output = new StringOutput();
        model.render(output);
        return output.toString();
    }

    /// What a page of this reader needs besides its content.
    public Frame frame(SignedIn reader) {
        return frame(reader.visit(), reader.session());
    }

    /// The same.
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
        if (problem.is("PASSWORD_CHANGE_REQUIRED")) {
            return HttpResponse.seeOther(URI.create("/account"));
        }
        var frame = frame(reader.visit(), reader.session());
        return html(
                problem.status(),
                reader.visit().part()
                        ? templates.notice(frame, problem)
                        : templates.problem(frame, problem));
    }

    /// A refusal of the console's own, worded in our texts.
    MutableHttpResponse<?> refusal(Visit visit, int status, String key) {
        return html(status, refusalPage(visit, status, key));
    }

    String refusalText(Visit visit, int status, String key) {
        return piece(refusalPage(visit, status, key));
    }

    private JteModel refusalPage(Visit visit, int status, String key) {
        var frame = frame(visit, Optional.empty());
        var problem = refusalProblem(visit, status, key);
        return visit.part() ? templates.notice(frame, problem) : templates.problem(frame, problem);
    }

    Problem refusalProblem(Visit visit, int status, String key) {
        var language = visit.language();
        return Problem.of(
                Messages.text(language, "refused." + key + ".title"),
                status,
                Messages.text(language, "refused." + key + ".advice"));
    }

    HttpResponse<?> signInFirst(HttpRequest<?> request, Visit visit) {
        if (request.accept().contains(MediaType.TEXT_EVENT_STREAM_TYPE)) {
            return HttpResponse.unauthorized();
        }
        return signInAgain(visit, request.getHeaders().findFirst("HX-Current-URL"));
    }

    /// @param shown the address of the page of which htmx requests a part
    private HttpResponse<?> signInAgain(Visit visit, Optional<String> shown) {
        var next = Paths.ours(shown.map(Paths::local).orElse(visit.path()));
        var signIn = Paths.with("/sign-in", "next", next);
        // htmx would put the sign-in page into a part of this one.
        MutableHttpResponse<?> response =
                visit.part()
                        ? HttpResponse.noContent().header("HX-Redirect", signIn)
                        : HttpResponse.seeOther(URI.create(signIn));
        return response.cookie(cookies.forgetSession());
    }

    private static MutableHttpResponse<?> html(int status, JteModel model) {
        return HttpResponse.status(HttpStatus.valueOf(status))
                .body(piece(model))
                .header(HttpHeaders.CONTENT_TYPE, HTML);
    }
}
