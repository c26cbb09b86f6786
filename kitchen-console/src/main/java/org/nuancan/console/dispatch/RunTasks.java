package org.nuancan.console.dispatch;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Listed;
import org.nuancan.console.page.SignedIn;
import org.nuancan.console.page.Task;
import org.nuancan.console.page.TaskSource;

/// Runs that are planned or under way.
@Singleton
final class RunTasks implements TaskSource {

    private final RunClient client;

    RunTasks(RunClient client) {
        this.client = client;
    }

    @Override
    public List<Task> tasks(SignedIn reader) {
        if (reader.is("RIDER")) {
            var left =
                    client.own(reader.asking())
                            .map(run -> run.stops().size() - run.done())
                            .orElse(0L);
            return List.of(new Task("task.ride", "/ride", left, left > 0));
        }
        if (!reader.is("DISPATCHER")) {
            return List.of();
        }
        var runs =
                client.list(reader.asking(), Optional.empty(), Optional.empty(), Optional.empty())
                        .map(Listed::items)
                        .orElse(List.of());
        return List.of(
                Task.of("task.runs.planned", "/runs", count(runs, "PLANNED")),
                Task.of("task.runs.out", "/runs", count(runs, "OUT")));
    }

    private static long count(List<Run> runs, String state) {
        return runs.stream().filter(run -> run.state().equals(state)).count();
    }
}
