package org.nuancan.console.ordering;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.SignedIn;

/// Making a standing plan from the page of a week.
@Controller("/people/{id}/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NewPlanController {

    private final OrderClient client;
    private final Actions actions;

    NewPlanController(OrderClient client, Actions actions) {
        this.client = client;
        this.actions = actions;
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> make(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.makePlan(reader.asking(), id, plan(form)),
                plan -> new Done("/people/" + id, "plan"));
    }

    private static Map<String, Object> plan(Form form) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("siteId", form.text("site"));
        plan.put("slot", form.text("slot"));
        plan.put("weekdays", form.all("weekday"));
        plan.put("fulfilment", form.text("fulfilment"));
        plan.put(
                "items",
                List.of(Map.of("sku", form.text("sku"), "quantity", form.number("quantity"))));
        plan.put("from", form.date("from"));
        if (form.maybe("to").isPresent()) {
            plan.put("to", form.date("to"));
        }
        if (form.text("fulfilment").equals("DELIVERY")) {
            form.maybe("carrier").ifPresent(carrier -> plan.put("deliveryProviderId", carrier));
        }
        plan.put("onRestDays", form.ticked("on-rest-days"));
        plan.put("allergenAccepted", form.ticked("accepted"));
        plan.put("dietAccepted", form.ticked("accepted"));
        return plan;
    }
}
