package org.nuancan.console.ordering;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.SignedIn;

/// Standing plans: paused, resumed and ended.
@Controller("/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {

    private final OrderClient client;
    private final Actions actions;

    PlanController(OrderClient client, Actions actions) {
        this.client = client;
        this.actions = actions;
    }

    /// A plan is shown with its elder.
    @Get("/{id}")
    HttpResponse<?> plan(SignedIn reader, String id) {
        return client.plan(reader.asking(), id) instanceof Given<Plan>(var plan)
                ? HttpResponse.seeOther(URI.create("/people/" + plan.elderId()))
                : HttpResponse.notFound();
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/{act:pause|resume|end}")
    HttpResponse<?> change(
            SignedIn reader, String id, String act, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.changePlan(reader.asking(), id, act, dates(act, form)),
                plan -> new Done("/people/" + plan.elderId(), "plan-" + act));
    }

    private static Map<String, Object> dates(String act, Form form) {
        Map<String, Object> dates = new HashMap<>();
        if (act.equals("end")) {
            dates.put("lastDay", form.date("from"));
            return dates;
        }
        dates.put("from", form.date("from"));
        if (act.equals("pause") && form.maybe("to").isPresent()) {
            dates.put("to", form.date("to"));
        }
        return dates;
    }
}
