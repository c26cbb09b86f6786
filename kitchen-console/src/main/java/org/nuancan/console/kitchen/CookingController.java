package org.nuancan.console.kitchen;

import gg.jte.generated.precompiled.StaticTemplates;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.SignedIn;

/// What a kitchen records: batches, temperatures, samples, orders that are prepared.
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Controller("/kitchen")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CookingController {

    private final StaticTemplates templates = new StaticTemplates();
    private final KitchenClient client;
    private final Actions actions;

    CookingController(KitchenClient client, Actions actions) {
        this.client = client;
        this.actions = actions;
    }

    @Post("/batches")
    HttpResponse<?> cooked(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.cooked(reader.asking(), Meals.of(form), batch(form)),
                batch -> back(fields, "cooked"));
    }

    @Post("/batches/{id}/holds")
    HttpResponse<?> hold(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return recorded(
                reader,
                fields,
                form ->
                        client.batch(
                                reader.asking(),
                                id,
                                "holds",
                                Map.of(
                                        "temperature", form.decimal("temperature"),
                                        "at", form.time("at"))),
                "held");
    }

    @Post("/batches/{id}/discards")
    HttpResponse<?> discard(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return recorded(
                reader,
                fields,
                form ->
                        client.batch(
                                reader.asking(),
                                id,
                                "discards",
                                Map.of("portions", form.number("portions"))),
                "discarded");
    }

    @Post("/batches/{id}/samples")
    HttpResponse<?> sample(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return recorded(
                reader,
                fields,
                form ->
                        client.batch(
                                reader.asking(),
                                id,
                                "samples",
                                Map.of(
                                        "grams", form.number("grams"),
                                        "keptUntil", form.time("kept-until"),
                                        "location", form.text("location"))),
                "sample");
    }

    @Post("/samples/{id}/disposal")
    HttpResponse<?> dispose(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return recorded(reader, fields, form -> client.dispose(reader.asking(), id), "disposed");
    }

    /// Many orders at once; one that is refused stops no other.
    @Post("/prepared")
    HttpResponse<?> prepared(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.show(
                reader,
                fields,
                form -> new Given<>(prepared(reader, form)),
                templates::kitchenPrepared);
    }

    private Prepared prepared(SignedIn reader, Form form) {
        var done = 0;
        List<Prepared.Refused> refused = new ArrayList<>();
        for (var order : form.all("order")) {
            var answer = client.prepared(reader.asking(), order);
            if (answer instanceof Given<Boolean>) {
                done++;
            } else if (answer instanceof Refused<Boolean>(var problem)) {
                refused.add(new Prepared.Refused(order, problem));
            }
        }
        return new Prepared(Meals.of(form), done, refused);
    }

    private HttpResponse<?> recorded(
            SignedIn reader,
            Map<String, Object> fields,
            Function<Form, Answer<Boolean>> act,
            String word) {
        return actions.lead(reader, fields, act, done -> back(fields, word));
    }

    private static Map<String, Object> batch(Form form) {
        return Map.of(
                "sku", form.text("sku"),
                "portions", form.number("portions"),
                "cookedAt", form.time("cooked-at"),
                "coreTemperature", form.decimal("temperature"));
    }

    private static Done back(Map<String, Object> fields, String word) {
        return new Done(
                "/kitchen?site=%s&date=%s&slot=%s"
                        .formatted(fields.get("site"), fields.get("date"), fields.get("slot")),
                word);
    }
}
