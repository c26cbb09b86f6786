package org.nuancan.console.review;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.console.api.Answer;
import org.nuancan.console.api.ApiCaller;
import org.nuancan.console.api.ApiClient;
import org.nuancan.console.api.ApiFile;
import org.nuancan.console.api.ApiPath;
import org.nuancan.console.api.ApiRequest;
import org.nuancan.console.api.Listed;
import org.nuancan.console.api.Statement;
import org.nuancan.console.api.StatementLine;

/// Statements, their review and the anomalies of the checks, at meal-api.
@Singleton
final class ReviewClient {

    private static final int MOST = 500;

    private final ApiClient api;

    ReviewClient(ApiClient api) {
        this.api = api;
    }

    Answer<Listed<Statement>> statements(ApiCaller caller, StatementFilter filter) {
        var path =
                ApiPath.of("/v1/statements")
                        .with("date", filter.date())
                        .with("state", filter.state())
                        .with("after", filter.after());
        return api.list(caller, path, Statement.class);
    }

    Answer<Statement> statement(ApiCaller caller, String id) {
        return api.get(caller, ApiPath.of("/v1/statements/{}", id), Statement.class);
    }

    Answer<Listed<StatementLine>> lines(ApiCaller caller, String id, Optional<String> after) {
        var path = ApiPath.of("/v1/statements/{}/lines", id).with("after", after);
        return api.list(caller, path, StatementLine.class);
    }

    /// @param format `pdf` or `xlsx`
    Answer<ApiFile> file(ApiCaller caller, String id, String format) {
        var path = "/v1/statements/{}." + (format.equals("pdf") ? "pdf" : "xlsx");
        return api.file(caller, ApiPath.of(path, id));
    }

    Answer<Listed<Waiting>> queue(
            ApiCaller caller, Optional<String> level, Optional<String> after) {
        var path = ApiPath.of("/v1/review-queue").with("level", level).with("after", after);
        return api.list(caller, path.with("limit", "" + MOST), Waiting.class);
    }

    /// The history of a statement, as far as the reader may see it.
    List<Step> history(ApiCaller caller, String id) {
        var path = ApiPath.of("/v1/statements/{}/history", id);
        return api.all(caller, path, Step.class).orElse(List.of());
    }

    List<Dispute> disputes(ApiCaller caller, String id) {
        var path = ApiPath.of("/v1/statements/{}/disputes", id);
        return api.list(caller, path, Dispute.class).map(Listed::items).orElse(List.of());
    }

    /// The anomalies of one statement; none for who may not see them.
    List<Anomaly> anomalies(ApiCaller caller, String statementId) {
        var path = ApiPath.of("/v1/anomalies").with("statementId", statementId);
        return api.all(caller, path, Anomaly.class).orElse(List.of());
    }

    Answer<Listed<Anomaly>> openAnomalies(ApiCaller caller, Optional<String> after) {
        var path = ApiPath.of("/v1/anomalies").with("open", "true").with("after", after);
        return api.list(caller, path.with("limit", "" + MOST), Anomaly.class);
    }

    Answer<Anomaly> resolve(ApiCaller caller, String anomalyId, String verdict, String reason) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/anomalies/{}/resolve", anomalyId))
                        .with("verdict", verdict)
                        .with("reason", reason);
        return api.send(caller, request, Anomaly.class);
    }

    /// A step without a reason: `confirm`, `review` or `approve`; with one: `return`.
    Answer<Statement> step(ApiCaller caller, String id, String act, long version, String reason) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/statements/{}/{}", id, act))
                        .with("version", version)
                        .with("reason", reason);
        return api.send(caller, request, Statement.class);
    }

    Answer<Statement> dispute(
            ApiCaller caller, String id, String orderId, long version, String reason) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/statements/{}/dispute", id))
                        .with("orderId", orderId)
                        .with("version", version)
                        .with("reason", reason);
        return api.send(caller, request, Statement.class);
    }

    Answer<Statement> answer(ApiCaller caller, String id, String disputeId, DisputeAnswer answer) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/statements/{}/disputes/{}/resolve", id, disputeId))
                        .with("verdict", answer.verdict())
                        .with("reason", answer.reason())
                        .with("version", answer.version());
        return api.send(caller, request, Statement.class);
    }

    /// @param act `hold`, `release` or `recover`
    Answer<Statement> line(
            ApiCaller caller, LineKey line, String act, long version, String reason) {
        var path =
                ApiPath.of(
                        "/v1/statements/{}/lines/{}/{}", line.statementId(), line.journalId(), act);
        var request = ApiRequest.post(path).with("reason", reason).with("version", version);
        return api.send(caller, request, Statement.class);
    }

    Answer<Approvals> approveAll(ApiCaller caller, List<String> statementIds) {
        var request =
                ApiRequest.post(ApiPath.of("/v1/statement-approvals"))
                        .with("statementIds", statementIds);
        return api.send(caller, request, Approvals.class);
    }

    /// What an objection is answered with.
    record DisputeAnswer(String verdict, String reason, long version) {}

    /// One line of a statement.
    record LineKey(String statementId, String journalId) {}
}
