package org.nuancan.console.payment;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.BusinessDays;
import org.nuancan.console.page.Districts;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// What is to do about money, for a district's finance.
@Singleton
final class PaymentTasks implements TaskSource {

    private final PaymentClient client;
    private final Districts districts;
    private final BusinessDays days;

    PaymentTasks(PaymentClient client, Districts districts, BusinessDays days) {
        this.client = client;
        this.districts = districts;
        this.days = days;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        if (!reader.is("DISTRICT_FINANCE")) {
            return List.of();
        }
        List<Task> tasks = new ArrayList<>();
        var batches =
                client.batches(reader.asking(), Optional.empty())
                        .map(Listed::items)
                        .orElse(List.of());
        var failed = batches.stream().mapToLong(Batch::failed).sum();
        tasks.add(new Task("task.payments.failed", "/payments", failed, failed > 0));
        var unanswered = batches.stream().mapToLong(Batch::unanswered).sum();
        tasks.add(Task.of("task.payments.unanswered", "/payments", unanswered));
        var where = new PaymentClient.Where(days.lastClosed(reader), districts.own(reader));
        var open =
                client.reconciliation(reader.asking(), where).map(Reconciliation::open).orElse(0);
        tasks.add(Task.of("task.differences", "/reconciliation", open));
        return tasks;
    }
}
