package org.nuancan.console.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Districts;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Writing a policy: a form, empty or filled in with a version that is followed; it is tried as
/// often as wished, then saved as a draft.
@Controller("/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DraftController {

    private static final String CITY = "11";

    private final StaticTemplates templates = new StaticTemplates();
    private final PolicyClient client;
    private final Districts districts;
    private final Pages pages;
    private final Actions actions;

    DraftController(PolicyClient client, Districts districts, Pages pages, Actions actions) {
        this.client = client;
        this.districts = districts;
        this.pages = pages;
        this.actions = actions;
    }

    /// @param code the policy that is followed
    /// @param version its version that the form starts from
    @Get("/new")
    HttpResponse<?> form(
            SignedIn reader,
            @QueryValue Optional<String> code,
            @QueryValue Optional<String> version) {
        Answer<DraftPage> page =
                code.isPresent() && version.isPresent()
                        ? followed(reader, code.get(), version.get())
                        : empty(owners(reader));
        return pages.show(reader, page, templates::policyDraft);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/trials")
    HttpResponse<?> attempt(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.show(
                reader,
                fields,
                form ->
                        PolicyController.trial(
                                client,
                                pages.frame(reader),
                                reader,
                                new Policy(PolicyDraft.document(form))),
                templates::policyTrial);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> save(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.draft(reader.asking(), PolicyDraft.document(form)),
                policy -> new Done(policy.href(), "policy-drafted"));
    }

    private Answer<DraftPage> followed(SignedIn reader, String code, String version) {
        return client.one(reader.asking(), code, version)
                .then(policy ->
                        client.all(reader.asking())
                                .map(all ->
                                        new DraftPage(policy, next(all, code), owners(reader))));
    }

    private static int next(List<Policy> all, String code) {
        return 1
                + all.stream()
                        .filter(policy -> policy.code().equals(code))
                        .mapToInt(Policy::version)
                        .max()
                        .orElse(0);
    }

    private List<String> owners(SignedIn reader) {
        return districts
                .ownOnly(reader)
                .map(List::of)
                .orElseGet(() -> Stream.concat(Stream.of(CITY), Districts.CODES.stream()).toList());
    }

    /// A district pays for its own policies: a payer by household could be another district.
    private static Answer<DraftPage> empty(List<String> owners) {
        var payer = owners.size() == 1 ? owners.getFirst() : "DISTRICT";
        var document = JsonNodeFactory.instance.objectNode();
        document.put("stage", 10).put("priority", 100).put("side", "DINER");
        document.putObject("where").put("within", "ANY").put("listedOnly", true);
        document.putObject("when").putArray("slots").add("LUNCH").add("DINNER");
        document.putObject("amount").put("type", "FIXED");
        document.putArray("limits")
                .addObject()
                .put("on", "ELDER")
                .put("per", "DAY")
                .put("meals", 1);
        document.putArray("funding").addObject().put("payer", payer).put("weight", 1);
        return new Given<>(new DraftPage(new Policy(document), 1, owners));
    }
}
