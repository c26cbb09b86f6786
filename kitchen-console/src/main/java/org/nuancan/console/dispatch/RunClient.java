package org.nuancan.console.dispatch;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiFile;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;

/// Delivery runs, at meal-api.
@Singleton
final class RunClient {

    private final ApiClient api;

    RunClient(ApiClient api) {
        this.api = api;
    }

    Answer<Listed<Run>> list(
            ApiCaller caller,
            Optional<LocalDate> date,
            Optional<String> slot,
            Optional<String> after) {
        var path =
                ApiPath.of("/v1/delivery-runs")
                        .with("date", date)
                        .with("slot", slot)
                        .with("after", after);
        return api.list(caller, path, Run.class);
    }

    Answer<Run> run(ApiCaller caller, String id) {
        return api.get(caller, ApiPath.of("/v1/delivery-runs/{}", id), Run.class);
    }

    Answer<ApiFile> sheet(ApiCaller caller, String id) {
        return api.file(caller, ApiPath.of("/v1/delivery-runs/{}/sheet.pdf", id));
    }

    /// Creates runs for all orders that are ready, or one run for a rider.
    Answer<Boolean> make(ApiCaller caller, NewRun run) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/delivery-runs"))
                        .with("siteId", run.siteId())
                        .with("date", run.date())
                        .with("slot", run.slot())
                        .with("riderUsername", run.rider())
                        .with("orderIds", Optional.of(run.orderIds()).filter(ids -> !ids.isEmpty()))
                        .with("auto", run.orderIds().isEmpty());
        return api.tell(caller, request);
    }

    Answer<Run> restop(ApiCaller caller, String id, long version, List<String> orderIds) {
        var path = ApiPath.of("/v1/delivery-runs/{}/stops", id);
        var request =
                new ApiRequest("PUT", path, Optional.empty(), Optional.empty())
                        .with("version", version)
                        .with("orderIds", orderIds);
        return api.send(caller, request, Run.class);
    }

    Answer<Run> noShow(ApiCaller caller, String id) {
        var request = ApiRequest.post(ApiPath.of("/v1/delivery-runs/{}/no-show", id));
        return api.send(caller, request, Run.class);
    }

    /// The run that the rider drives, or the next one.
    Answer<Run> own(ApiCaller caller) {
        return api.get(caller, ApiPath.of("/v1/rider/run"), Run.class);
    }

    Answer<Run> depart(ApiCaller caller, String id) {
        var request = ApiRequest.post(ApiPath.of("/v1/rider/run/depart")).with("runId", id);
        return api.send(caller, request, Run.class);
    }

    /// A run to be created.
    ///
    /// @param rider who drives; empty lets meal-api choose
    /// @param orderIds its stops in their order; empty for all that are ready
    record NewRun(
            String siteId,
            LocalDate date,
            String slot,
            Optional<String> rider,
            List<String> orderIds) {}
}
