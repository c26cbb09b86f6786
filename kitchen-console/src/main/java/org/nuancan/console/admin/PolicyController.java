package org.nuancan.console.admin;

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
import java.util.Map;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Policies: the list, release by a second person, and their end.
@Controller("/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PolicyController {

    private final StaticTemplates templates = new StaticTemplates();
    private final AdminClient client;
    private final Pages pages;
    private final Actions actions;

    PolicyController(AdminClient client, Pages pages, Actions actions) {
        this.client = client;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(SignedIn reader) {
        return pages.show(reader, client.policies(reader.asking()), templates::adminPolicies);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{code}/{version}/release")
    HttpResponse<?> release(
            SignedIn reader, String code, String version, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.release(reader.asking(), code, version),
                done -> new Done("/policies", "policy-released"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{code}/{version}/end")
    HttpResponse<?> end(
            SignedIn reader, String code, String version, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.endPolicy(reader.asking(), code, version, form.date("last")),
                done -> new Done("/policies", "policy-ended"));
    }
}
