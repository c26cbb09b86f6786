package org.nuancan.console.dispatch;

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
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.Answer.Given;
import org.nuancan.console.api.Answer.Refused;
import org.nuancan.console.page.Actions;
import org.nuancan.console.page.Done;
import org.nuancan.console.page.Pages;
import org.nuancan.console.page.SignedIn;

/// A rider's own run.
@Controller("/ride")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RideController {

    private final StaticTemplates templates = new StaticTemplates();
    private final RunClient client;
    private final Pages pages;
    private final Actions actions;

    RideController(RunClient client, Pages pages, Actions actions) {
        this.client = client;
        this.pages = pages;
        this.actions = actions;
    }

    /// Shows a notice that no run is planned if the rider has none.
    @Get
    HttpResponse<?> own(SignedIn reader) {
        var run = client.own(reader.asking());
        Answer<Optional<Run>> page =
                run instanceof Refused<Run>(var problem) && problem.is("NOT_FOUND")
                        ? new Given<>(Optional.empty())
                        : run.map(Optional::of);
        return pages.show(reader, page, templates::dispatchRide);
    }

    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Post("/depart")
    HttpResponse<?> depart(SignedIn reader, @Body Map<String, Object> fields) {
        return actions.lead(
                reader,
                fields,
                form -> client.depart(reader.asking(), form.text("run")),
                run -> new Done("/ride", "depart"));
    }
}
