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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Districts;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Form;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// Providers, and the accounts they are paid to.
@Controller("/providers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProviderController {

    private final StaticTemplates templates = new StaticTemplates();
    private final AdminClient client;
    private final Districts districts;
    private final Pages pages;
    private final Actions actions;

    ProviderController(AdminClient client, Districts districts, Pages pages, Actions actions) {
        this.client = client;
        this.districts = districts;
        this.pages = pages;
        this.actions = actions;
    }

    @Get
    HttpResponse<?> list(SignedIn reader) {
        return pages.show(reader, client.providers(reader.asking()), templates::adminProviders);
    }

    @Get("/{id}")
    HttpResponse<?> one(SignedIn reader, String id) {
        var caller = reader.asking();
        var page =
                client.provider(caller, id)
                        .map(provider ->
                                new ProviderPage(
                                        provider,
                                        client.sitesOf(caller, id).orElse(List.of()),
                                        client.accountChanges(caller, id)));
        return pages.show(reader, page, templates::adminProvider);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post
    HttpResponse<?> add(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.addProvider(reader.asking(), provider(reader, form)),
                provider -> new Done("/providers/" + provider.providerId(), "provider"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/account")
    HttpResponse<?> askAccount(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.askAccount(reader.asking(), id, account(form), form.key()),
                change -> new Done("/providers/" + id, "account"));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/account/{changeId}/{act:confirm|withdraw}")
    HttpResponse<?> decideAccount(
            SignedIn reader,
            String id,
            String changeId,
            String act,
            @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.decideAccount(reader.asking(), id, changeId, act),
                decided -> new Done("/providers/" + id, "account-" + act));
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/{id}/sites")
    HttpResponse<?> addSite(SignedIn reader, String id, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> {
                    var site = SiteFields.of(form);
                    site.put("providerId", id);
                    return client.addSite(reader.asking(), site);
                },
                site -> new Done("/sites/" + site.siteId(), "site"));
    }

    private Map<String, Object> provider(SignedIn reader, Form form) {
        var provider = new LinkedHashMap<String, Object>();
        provider.put("name", form.text("name"));
        provider.put("kind", form.text("kind"));
        provider.put("districtCode", districts.chosen(reader, form.maybe("district")));
        provider.put("bankAccount", account(form));
        return provider;
    }

    private static Map<String, Object> account(Form form) {
        return Map.of(
                "name", form.text("account-name"),
                "number", form.text("account-number"),
                "bankCode", form.text("bank-code"));
    }
}
