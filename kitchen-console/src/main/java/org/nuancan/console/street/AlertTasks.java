package org.nuancan.console.street;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// Welfare alerts that wait; an open one cannot wait.
@Singleton
final class AlertTasks implements TaskSource {

    private final AlertClient client;

    AlertTasks(AlertClient client) {
        this.client = client;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        if (!reader.is("STREET_OFFICER", "DISTRICT_OFFICER")) {
            return List.of();
        }
        var open = count(reader, "OPEN");
        return List.of(
                new Task("task.alerts.open", "/alerts", open, open > 0),
                Task.of("task.alerts.taken", "/alerts?state=TAKEN", count(reader, "TAKEN")));
    }

    private long count(SignedIn reader, String state) {
        return client.list(reader.asking(), state, Optional.empty())
                .map(found -> (long) found.items().size())
                .orElse(0L);
    }
}
