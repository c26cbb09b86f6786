package org.nuancan.finance;

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
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.review.Disputes;
import org.nuancan.review.Review;

/// What reviewers send. A `version` is that of the statement they read; null: they do not say.
final class ReviewBodies {

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

    /// Something that needs a reason.
    @Introspected
    record Reason(@NotBlank @Size(max = REASON) String reason, @Nullable @Min(1) Integer version) {}

    /// What is wrong with a statement.
    ///
    /// @param orderId of a line, or of an order that is missing
    @Introspected
    record Dispute(
            @NotNull Id orderId,
            @NotBlank @Size(max = REASON) String reason,
            @Nullable @Min(1) Integer version) {

        /// An order that is missing is none of ours yet, but it has an id: what is none would keep
        /// the statement waiting for nothing.
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

    /// How a dispute ends.
    @Introspected
    record Answer(
            @NotNull Disputes.Verdict verdict,
            @NotBlank @Size(max = REASON) String reason,
            @Nullable @Min(1) Integer version) {}

    /// What an officer makes of a finding.
    @Introspected
    record Verdict(
            @NotNull Anomalies.Verdict verdict, @NotBlank @Size(max = REASON) String reason) {}

    /// Statements to be approved.
    @Introspected
    record Approvals(@NotNull @Size(min = 1, max = 500) List<@NotNull Id> statementIds) {}
}
