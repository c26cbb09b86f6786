package org.nuancan.console.review;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// What the review has to do for a role.
@Singleton
final class ReviewTasks implements TaskSource {

    private static final String[] LEVELS = {
        "PROVIDER_MANAGER", "STREET_OFFICER", "DISTRICT_OFFICER", "DISTRICT_FINANCE"
    };
    private static final String[] DECIDES = {"STREET_OFFICER", "DISTRICT_OFFICER"};

    private final ReviewClient client;

    ReviewTasks(ReviewClient client) {
        this.client = client;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        List<Task> tasks = new ArrayList<>();
        if (reader.is(LEVELS)) {
            var waiting =
                    client.queue(reader.asking(), Optional.empty(), Optional.empty())
                            .map(Listed::items)
                            .orElse(List.of());
            var key = "task.review." + reader.role();
            var urgent = waiting.stream().anyMatch(Waiting::overdue);
            tasks.add(new Task(key, "/review", waiting.size(), urgent));
        }
        if (reader.is(DECIDES)) {
            var open =
                    client.openAnomalies(reader.asking(), Optional.empty())
                            .map(found -> found.items().size())
                            .orElse(0);
            tasks.add(Task.of("task.anomalies", "/review/anomalies", open));
        }
        return tasks;
    }
}
