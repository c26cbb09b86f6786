package org.nuancan.console.page;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Problem;
import org.nuancan.console.session.Cookies;
import org.nuancan.console.session.Forms;

/// Takes forms: checks that the console made the form, sends the request to meal-api, and answers
/// with the next page.
///
/// A refusal is shown beside the form, whose fields stay as they were typed.
@Singleton
public final class Actions {

    private static final int INVALID = 400;

    private final Cookies cookies;
    private final Forms forms;
    private final Pages pages;

    Actions(Cookies cookies, Forms forms, Pages pages) {
        this.cookies = cookies;
        this.forms = forms;
        this.pages = pages;
    }

    /// Sends the request of the form and redirects to another page.
    public <T> HttpResponse<?> lead(
            SignedIn reader,
            Map<String, Object> fields,
            Function<Form, Answer<T>> act,
            Function<T, Done> then) {
        return take(reader, fields, act, value -> onTo(reader, then.apply(value)));
    }

    /// Sends the request of the form and shows the outcome beside the form, once.
    public <T> HttpResponse<?> show(
            SignedIn reader,
            Map<String, Object> fields,
            Function<Form, Answer<T>> act,
            BiFunction<Frame, T, JteModel> piece) {
        return take(reader, fields, act, value -> pages.piece(reader, value, piece));
    }

    /// Redirects to a page that shows what was done.
    MutableHttpResponse<?> onTo(SignedIn reader, Done done) {
        MutableHttpResponse<?> response =
                reader.visit().part()
                        ? HttpResponse.ok().header("HX-Redirect", done.path())
                        : HttpResponse.seeOther(URI.create(done.path()));
        return response.cookie(cookies.done(done.word()));
    }

    /// Sends the request of the form and answers with its outcome.
    <T> HttpResponse<?> take(
            SignedIn reader,
            Map<String, Object> fields,
            Function<Form, Answer<T>> act,
            Function<T, HttpResponse<?>> then) {
        var form = new Form(fields);
        if (!forms.isOurs(reader.visit().visitor(), form.verbatim("token"))) {
            return pages.problem(reader, pages.refusalProblem(reader.visit(), 403, "form-foreign"));
        }
        try {
            var answer = act.apply(form);
            return answer instanceof Given<T>(var value)
                    ? then.apply(value)
                    : pages.why(reader, answer);
        } catch (FormFault fault) {
            return pages.problem(reader, unreadable(reader.visit().language(), fault.field()));
        }
    }

    private static Problem unreadable(Language language, String field) {
        var name = Messages.maybe(language, "field." + field).orElse(field);
        return Problem.of(
                Messages.text(language, "refused.field.title"),
                INVALID,
                Messages.text(language, "refused.field.advice", name));
    }
}
