package org.nuancan.finance.review;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.nuancan.check.Anomalies;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.review.Review;
import org.nuancan.review.step.Disputes;

/// Requests of reviewers. `version` is the version of the statement that they read; null: not
/// checked.
public final class ReviewBodies {

    private static final int REASON = 500;

    private ReviewBodies() {}

    static Review.Seen seen(Id statementId, @Nullable Integer version) {
        return new Review.Seen(
                statementId.value(),
                version == null ? OptionalInt.empty() : OptionalInt.of(version));
    }

    /// A step forward.
    @Introspected
    record Step(@Nullable @Min(1) @Max(Integer.MAX_VALUE) Integer version) {

        static Review.Seen seen(Id statementId, @Nullable Step body) {
            return ReviewBodies.seen(statementId, body == null ? null : body.version);
        }
    }

    /// A request that needs a reason.
    @Introspected
    record Reason(@NotBlank @Size(max = REASON) String reason, @Nullable @Min(1) Integer version) {}

    /// A fault of a statement.
    ///
    /// @param orderId the order of a line, or a missing order
    @Introspected
    record Dispute(
            @NotNull Id orderId,
            @NotBlank @Size(max = REASON) String reason,
            @Nullable @Min(1) Integer version) {

        /// Requires a valid id also for a missing order, because a dispute about an invalid id
        /// would delay the statement without cause.
        long order() {
            if (orderId.equals(Id.NONE)) {
                throw ProblemException.of(
                        ProblemCode.REQUEST_INVALID,
                        List.of(
                                new ProblemException.Fault(
                                        "/orderId", "VALUE", "不是编号 / not an id")));
            }
            return orderId.value();
        }
    }

    /// The decision of a dispute.
    @Introspected
    record Answer(
            @NotNull Disputes.Verdict verdict,
            @NotBlank @Size(max = REASON) String reason,
            @Nullable @Min(1) Integer version) {}

    /// The decision of a finding.
    @Introspected
    public record Verdict(
            @NotNull Anomalies.Verdict verdict, @NotBlank @Size(max = REASON) String reason) {}

    /// Statements to approve.
    @Introspected
    record Approvals(@NotNull @Size(min = 1, max = 500) List<@NotNull Id> statementIds) {}
}
