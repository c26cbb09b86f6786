package org.nuancan.console.policy;

import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// Drafts of policies that wait for a second person.
@Singleton
final class PolicyTasks implements TaskSource {

    private final PolicyClient client;

    PolicyTasks(PolicyClient client) {
        this.client = client;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        if (!reader.is("CITY_ADMIN", "DISTRICT_OFFICER")) {
            return List.of();
        }
        var drafts =
                client.all(reader.asking()).orElse(List.of()).stream()
                        .filter(Policy::isDraft)
                        .count();
        return List.of(Task.of("task.policies.drafts", "/policies", drafts));
    }
}
