package org.nuancan.console.admin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// Accounts that wait for a second person, and what is parked.
@Singleton
final class AdminTasks implements TaskSource {

    private final AdminClient client;
    private final UserClient users;

    AdminTasks(AdminClient client, UserClient users) {
        this.client = client;
        this.users = users;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        if (!reader.is("CITY_ADMIN", "DISTRICT_OFFICER")) {
            return List.of();
        }
        var caller = reader.asking();
        var pending =
                users
                        .list(caller, "", "", Optional.empty())
                        .map(Listed::items)
                        .orElse(List.of())
                        .stream()
                        .filter(user -> user.state().equals("PENDING"))
                        .count();
        var parked = client.parked(caller).map(found -> found.items().size()).orElse(0);
        return List.of(
                Task.of("task.users.pending", "/users", pending),
                new Task("task.days.parked", "/days", parked, parked > 0));
    }
}
