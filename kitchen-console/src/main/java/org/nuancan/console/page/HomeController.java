package org.nuancan.console.page;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Comparator;
import java.util.List;
import org.nuancan.console.api.MealApi;

/// The start page: what is to do now for the reader's role.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {

    private static final Comparator<Task> ORDER =
            Comparator.comparing((Task task) -> !task.urgent())
                    .thenComparing(task -> task.count() == 0);

    private final StaticTemplates templates = new StaticTemplates();
    private final MealApi api;
    private final Pages pages;
    private final List<TaskSource> sources;
    private final List<HomePart> parts;

    HomeController(MealApi api, Pages pages, List<TaskSource> sources, List<HomePart> parts) {
        this.api = api;
        this.pages = pages;
        this.sources = List.copyOf(sources);
        this.parts = List.copyOf(parts);
    }

    @Get("/")
    HttpResponse<?> home(SignedIn reader) {
        var page =
                api.me(reader.asking()).map(me -> new HomePage(me, tasks(reader), parts(reader)));
        return pages.show(reader, page, templates::home);
    }

    private List<JteModel> parts(SignedIn reader) {
        var frame = pages.frame(reader);
        return parts.stream().flatMap(part -> part.part(reader, frame).stream()).toList();
    }

    private List<Task> tasks(SignedIn reader) {
        return sources.stream()
                .flatMap(source -> source.tasks(reader).stream())
                .sorted(ORDER)
                .toList();
    }
}
