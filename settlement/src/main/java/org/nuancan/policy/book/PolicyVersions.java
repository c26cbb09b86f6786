package org.nuancan.policy.book;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.policy.PolicyId;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.document.PolicyDocument;
import org.nuancan.policy.fact.Division;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads and writes the versions of policies on file, in the caller's transaction.
@Singleton
final class PolicyVersions {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyVersions.class);

    private final PolicyVersionRepository repository;
    private final PolicyChangeRepository changes;

    PolicyVersions(PolicyVersionRepository repository, PolicyChangeRepository changes) {
        this.repository = repository;
        this.changes = changes;
    }

    void add(PolicyOnFile draft) {
        var policy = draft.policy();
        var _ =
                repository.save(
                        new PolicyVersionEntity(
                                new PolicyVersionEntity.Key(policy.code(), policy.version()),
                                policy.owner().code(),
                                null,
                                PolicyDocument.text(policy),
                                draft.author(),
                                draft.writtenAt(),
                                null,
                                null));
    }

    void release(PolicyOnFile released) {
        var release = released.release().orElseThrow();
        var id = released.policy().id();
        repository.release(id.code(), id.version(), release.by(), release.at());
        changes.countUp();
    }

    void end(PolicyOnFile ended, LocalDate last) {
        var id = ended.policy().id();
        repository.end(id.code(), id.version(), last);
        changes.countUp();
    }

    /// Number of releases and ends so far.
    long changes() {
        return changes.count();
    }

    List<SubsidyPolicy> released() {
        return repository.listReleased().stream()
                .flatMap(kept -> onFile(kept).stream())
                .map(PolicyOnFile::policy)
                .toList();
    }

    Optional<PolicyOnFile> find(PolicyId id) {
        return repository
                .findById(new PolicyVersionEntity.Key(id.code(), id.version()))
                .flatMap(PolicyVersions::onFile);
    }

    Optional<PolicyOnFile> lock(PolicyId id) {
        return repository.lock(id.code(), id.version()).flatMap(PolicyVersions::onFile);
    }

    List<PolicyOnFile> list(Optional<Division> concerning, Optional<PolicyId> after, int most) {
        var last = after.orElse(new PolicyId("", Integer.MIN_VALUE));
        var division = concerning.map(Division::code).orElse(null);
        return repository.list(last.code(), last.version(), division, most).stream()
                .flatMap(kept -> onFile(kept).stream())
                .toList();
    }

    /// The policy of a row. Empty, with an entry in the log, if its document cannot be read: one
    /// faulty row must not stop the sales under all other policies.
    private static Optional<PolicyOnFile> onFile(PolicyVersionEntity kept) {
        try {
            return Optional.of(onFile(kept, PolicyDocument.parse(kept.document())));
        } catch (IllegalArgumentException exception) {
            LOG.error(
                    "policy {} version {} cannot be read and grants nothing: {}",
                    kept.id().code(),
                    kept.id().version(),
                    exception.getMessage());
            return Optional.empty();
        }
    }

    private static PolicyOnFile onFile(PolicyVersionEntity kept, SubsidyPolicy written) {
        var by = kept.releasedBy();
        var at = kept.releasedAt();
        return new PolicyOnFile(
                Optional.ofNullable(kept.effectiveTo()).map(written::endingOn).orElse(written),
                kept.author(),
                kept.writtenAt(),
                by == null || at == null
                        ? Optional.empty()
                        : Optional.of(new PolicyOnFile.Release(by, at)));
    }
}
