package org.nuancan.console.policy;

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
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Frame;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Policies: the list, one in words with worked cases, release by a second person, and their end.
@Controller("/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PolicyController {

    private final StaticTemplates templates = new StaticTemplates();
    private final PolicyClient client;
    private final Pages pages;
    private final Actions actions;

    PolicyController(PolicyClient client, Pages pages, Actions actions) {
        this.client = client;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(SignedIn reader) {
        return pages.show(reader, client.all(reader.asking()), templates::policyPolicies);
    }

    @Get("/{code}/{version}")
    HttpResponse<?> one(SignedIn reader, String code, String version) {
        var trial =
                client.one(reader.asking(), code, version)
                        .then(policy -> trial(client, pages.frame(reader), reader, policy));
        return pages.show(reader, trial, templates::policyPolicy);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{code}/{version}/release")
    HttpResponse<?> release(
            SignedIn reader, String code, String version, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.release(reader.asking(), code, version),
                done -> new Done("/policies/" + code + "/" + version, "policy-released"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{code}/{version}/end")
    HttpResponse<?> end(
            SignedIn reader, String code, String version, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.end(reader.asking(), code, version, form.date("last")),
                done -> new Done("/policies/" + code + "/" + version, "policy-ended"));
    }

    /// A policy worked out on cases, together with the policies in force.
    static Answer<Trial> trial(PolicyClient client, Frame frame, SignedIn reader, Policy policy) {
        var cases = new WorkedCases(policy);
        return client.simulate(reader.asking(), cases.cases(), Optional.of(policy))
                .map(quotes ->
                        new Trial(policy, cases.bills(), cases.rows(frame, List.copyOf(quotes))));
    }
}
