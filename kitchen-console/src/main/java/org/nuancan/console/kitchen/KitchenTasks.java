package org.nuancan.console.kitchen;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// What a kitchen has to do today: portions to cook, samples to keep and to throw away.
@Singleton
final class KitchenTasks implements TaskSource {

    private final KitchenClient client;
    private final Meals meals;

    KitchenTasks(KitchenClient client, Meals meals) {
        this.client = client;
        this.meals = meals;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        if (!reader.is("KITCHEN_STAFF")) {
            return List.of();
        }
        var sites = meals.sites(reader).orElse(List.of());
        var none = new Meals.Choice(Optional.empty(), Optional.empty(), Optional.empty());
        return meals.chosen(reader, sites, none).map(meal -> tasks(reader, meal)).orElse(List.of());
    }

    private List<Task> tasks(SignedIn reader, Meal meal) {
        var portions = client.production(reader.asking(), meal).map(Production::portions).orElse(0);
        var samples =
                client.samples(reader.asking(), meal.siteId())
                        .orElse(new Samples(List.of(), List.of(), List.of()));
        var missing = samples.missing().size();
        return List.of(
                Task.of("task.kitchen.portions", "/kitchen", portions),
                new Task("task.kitchen.missing", "/kitchen", missing, missing > 0),
                Task.of("task.kitchen.due", "/kitchen", samples.due().size()));
    }
}
