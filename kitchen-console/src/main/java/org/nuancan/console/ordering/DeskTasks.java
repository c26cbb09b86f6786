package org.nuancan.console.ordering;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// What the order desk has to look at.
@Singleton
final class DeskTasks implements TaskSource {

    private final OrderClient client;
    private final BusinessDays days;

    DeskTasks(OrderClient client, BusinessDays days) {
        this.client = client;
        this.days = days;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        if (!reader.is("ORDER_DESK")) {
            return List.of();
        }
        var missing =
                client.notPlaced(reader.asking()).map(found -> found.items().size()).orElse(0);
        var today = days.today(reader);
        var filter =
                new OrderFilter(
                        Optional.empty(),
                        Optional.of(today),
                        Optional.empty(),
                        Optional.of("FAILED"),
                        Optional.empty());
        var failed =
                client.list(reader.asking(), filter).map(found -> found.items().size()).orElse(0);
        return List.of(
                new Task("task.orders.not-placed", "/orders/not-placed", missing, missing > 0),
                Task.of("task.orders.failed", "/orders?state=FAILED&date=" + today, failed));
    }
}
