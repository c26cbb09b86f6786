package org.nuancan.policy.book;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.audit.AuditLog;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.fact.Division;

/// Writes and reads the policies on file: written by one officer, released by another, in force
/// from a date.
@Singleton
public final class PolicyBook {

    private static final String STORABLE_CODE = "[!-~]{1,64}";

    private final Transactions transactions;
    private final PolicyVersions versions;
    private final ReleasedPolicies released;
    private final Clock clock;
    private final AuditLog audit;

    PolicyBook(
            Transactions transactions,
            PolicyVersions versions,
            ReleasedPolicies released,
            Clock clock,
            AuditLog audit) {
        this.transactions = transactions;
        this.versions = versions;
        this.released = released;
        this.clock = clock;
        this.audit = audit;
    }

    /// All released versions, as [SubsidyEngine] needs them; at most a second old.
    public List<SubsidyPolicy> released() {
        return released.all();
    }

    /// The released versions that are in force on a date; at most a second old. Of several versions
    /// of one code the highest applies; [SubsidyEngine] selects it.
    public List<SubsidyPolicy> inForce(LocalDate serviceDate) {
        return released.all().stream()
                .filter(policy -> policy.period().holds(serviceDate))
                .toList();
    }

    /// Stores a policy as a draft.
    ///
    /// @param author account of the author
    public DraftOutcome draft(SubsidyPolicy policy, String author) {
        if (!policy.code().matches(STORABLE_CODE)) {
            return new DraftOutcome.CodeRefused();
        }
        var draft = new PolicyOnFile(policy, author, now(), Optional.empty());
        try {
            return transactions.inOne(_ -> {
                // The usual case is found without a fault, which would end a larger transaction;
                // two drafts at the same instant are found by the key.
                if (versions.find(policy.id()).isPresent()) {
                    return new DraftOutcome.VersionExists();
                }
                versions.add(draft);
                auditState(author, "DRAFTED", policy, "", "DRAFT");
                return new DraftOutcome.Drafted(draft);
            });
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DUPLICATE) {
                return new DraftOutcome.VersionExists();
            }
            throw failure;
        }
    }

    /// Releases a draft; its first day must be after today.
    ///
    /// @param officer the person who releases it, not its author
    public ReleaseOutcome release(PolicyId id, String officer) {
        return transactions.inOne(_ -> {
            var kept = versions.lock(id);
            if (kept.isEmpty()) {
                return new ReleaseOutcome.NoSuchVersion();
            }
            var outcome = kept.get().releasedBy(officer, now(), today());
            if (outcome instanceof ReleaseOutcome.Released(var policy)) {
                versions.release(policy);
                auditState(officer, "RELEASED", policy.policy(), "DRAFT", "RELEASED");
            }
            return outcome;
        });
    }

    /// Ends a released version.
    ///
    /// @param last the last day on which it is in force, not before today
    /// @param officer the person who ends it
    public EndOutcome end(PolicyId id, LocalDate last, String officer) {
        return transactions.inOne(_ -> {
            var kept = versions.lock(id);
            if (kept.isEmpty()) {
                return new EndOutcome.NoSuchVersion();
            }
            var outcome = kept.get().endingOn(last, today());
            if (outcome instanceof EndOutcome.Ended(var policy)) {
                versions.end(policy, last);
                audit.write(List.of(ended(officer, kept.get().policy(), last)));
            }
            return outcome;
        });
    }

    /// A version on file.
    public Optional<PolicyOnFile> find(PolicyId id) {
        return transactions.reading(_ -> versions.find(id));
    }

    /// Versions on file, sorted by code and version.
    ///
    /// @param concerning only those whose owner is inside this division or contains it
    /// @param after only those after this one
    /// @param limit maximum number
    public List<PolicyOnFile> list(
            Optional<Division> concerning, Optional<PolicyId> after, int limit) {
        return transactions.reading(_ -> versions.list(concerning, after, limit));
    }

    private void auditState(
            String by, String act, SubsidyPolicy policy, String before, String after) {
        var content = AuditLog.Content.of(policy.owner().code(), "state", before, after);
        audit.write(List.of(entry(by, act, policy.id(), "", content)));
    }

    private static AuditLog.Entry ended(String by, SubsidyPolicy before, LocalDate last) {
        var content =
                AuditLog.Content.of(
                        before.owner().code(),
                        "effectiveTo",
                        before.period().to().map(LocalDate::toString).orElse(""),
                        last.toString());
        return entry(by, "ENDED", before.id(), last.toString(), content);
    }

    private static AuditLog.Entry entry(
            String by, String act, PolicyId id, String detail, AuditLog.Content content) {
        return new AuditLog.Entry(
                AuditLog.Area.POLICY,
                by,
                act,
                "policy %s version %d".formatted(id.code(), id.version()),
                detail,
                content);
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return BusinessDay.today(clock).date();
    }
}
