package org.nuancan.console.review;

import gg.jte.generated.precompiled.StaticTemplates;
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
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Statement;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// The steps of a statement's review: of the whole, of a line, of an objection.
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Controller("/statements/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class StatementActsController {

    private static final Set<String> STEPS = Set.of("confirm", "review", "approve", "return");
    private static final Set<String> LINE_ACTS = Set.of("hold", "release", "recover");

    private final StaticTemplates templates = new StaticTemplates();
    private final ReviewClient client;
    private final Pages pages;
    private final Actions actions;

    StatementActsController(ReviewClient client, Pages pages, Actions actions) {
        this.client = client;
        this.pages = pages;
        this.actions = actions;
    }

    /// The form for one line, loaded on request.
    @Get("/lines/{journalId}")
    HttpResponse<?> lineForm(
            SignedIn reader,
            String id,
            String journalId,
            @QueryValue int version,
            @QueryValue(defaultValue = "") String order) {
        var line = new LineForm(id, journalId, order, version);
        return pages.part(reader, new Given<>(line), templates::reviewLineForm);
    }

    @Post("/{act:confirm|review|approve|return}")
    HttpResponse<?> step(SignedIn reader, String id, String act, @Body Map<String, Object> fields) {
        var step = STEPS.contains(act) ? act : "return";
        return acted(
                reader,
                id,
                fields,
                form ->
                        client.step(
                                reader.asking(),
                                id,
                                step,
                                form.number("version"),
                                form.text("reason")),
                step);
    }

    @Post("/lines/{journalId}")
    HttpResponse<?> line(
            SignedIn reader, String id, String journalId, @Body Map<String, Object> fields) {
        return acted(reader, id, fields, form -> lineAct(reader, id, journalId, form), "line");
    }

    @Post("/disputes/{disputeId}")
    HttpResponse<?> resolve(
            SignedIn reader, String id, String disputeId, @Body Map<String, Object> fields) {
        return acted(
                reader,
                id,
                fields,
                form ->
                        client.answer(
                                reader.asking(),
                                id,
                                disputeId,
                                new ReviewClient.DisputeAnswer(
                                        form.text("verdict"),
                                        form.text("reason"),
                                        form.number("version"))),
                "dispute-answered");
    }

    private Answer<Statement> lineAct(SignedIn reader, String id, String journalId, Form form) {
        var version = form.number("version");
        var reason = form.text("reason");
        var act = form.text("act");
        return LINE_ACTS.contains(act)
                ? client.line(
                        reader.asking(),
                        new ReviewClient.LineKey(id, journalId),
                        act,
                        version,
                        reason)
                : client.dispute(reader.asking(), id, form.text("order"), version, reason);
    }

    private HttpResponse<?> acted(
            SignedIn reader,
            String id,
            Map<String, Object> fields,
            Function<Form, Answer<Statement>> act,
            String word) {
        return actions.lead(reader, fields, act, statement -> new Done("/statements/" + id, word));
    }
}
