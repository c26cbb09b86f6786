package org.nuancan.console.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import org.nuancan.console.api.Answer;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Districts;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// The simulator: one elder and one bill; what each policy grants, and why another does not.
@Controller("/policies/simulator")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SimulatorController {

    private static final String STREET = "001";

    private final StaticTemplates templates = new StaticTemplates();
    private final PolicyClient client;
    private final BusinessDays days;
    private final Districts districts;
    private final Pages pages;
    private final Actions actions;

    SimulatorController(
            PolicyClient client,
            BusinessDays days,
            Districts districts,
            Pages pages,
            Actions actions) {
        this.client = client;
        this.days = days;
        this.districts = districts;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> form(SignedIn reader) {
        var page =
                client.all(reader.asking())
                        .map(policies ->
                                new SimulatorPage(
                                        days.today(reader),
                                        districts.own(reader) + STREET,
                                        policies.stream().filter(Policy::isDraft).toList()));
        return pages.show(reader, page, templates::policySimulator);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> simulate(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.show(
                reader, fields, form -> simulated(reader, form), templates::policySimulated);
    }

    private Answer<Simulated> simulated(SignedIn reader, Form form) {
        var cases = JsonNodeFactory.instance.arrayNode().add(facts(form));
        return client.all(reader.asking())
                .then(policies -> {
                    var tried =
                            policies.stream()
                                    .filter(policy -> policy.href().equals(form.text("policy")))
                                    .findFirst();
                    return client.simulate(reader.asking(), cases, tried)
                            .map(List::getFirst)
                            .map(quote -> new Simulated(quote, policies));
                });
    }

    private static ObjectNode facts(Form form) {
        var facts = JsonNodeFactory.instance.objectNode();
        var elder = facts.putObject("elder");
        elder.put("birthDate", form.date("birth").toString());
        elder.putObject("household")
                .put("kind", form.text("household"))
                .put("division", form.text("household-division"));
        elder.put("residenceDivision", form.text("residence-division"));
        var categories = elder.putArray("categories");
        form.all("category").forEach(categories::add);
        elder.put("careGrade", form.number("grade"));
        var stays = elder.putArray("stays");
        if (form.ticked("in-institution")) {
            stays.addObject().put("from", form.date("date").toString()).putNull("to");
        }
        elder.put("status", "ACTIVE").putNull("deceasedOn");
        facts.putObject("site")
                .put("division", form.text("site-division"))
                .put("type", form.text("site-type"))
                .put("grade", form.number("site-grade"))
                .put("listed", form.ticked("listed"));
        facts.putObject("meal")
                .put("serviceDate", form.date("date").toString())
                .put("slot", form.text("slot"))
                .put("fulfilment", form.text("fulfilment"))
                .put("grossFen", form.fen("gross"))
                .put("billFen", form.fen("bill"));
        facts.putArray("used");
        facts.put("mealsThatDay", form.number("meals"));
        facts.putObject("calendar");
        return facts;
    }
}
