package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.elder.HeldCategory;
import org.nuancan.elder.file.ElderCategoryEntity;
import org.nuancan.elder.file.ElderCategoryRepository;
import org.nuancan.elder.vault.SealedFields;
import org.nuancan.elder.vault.Vault;

/// Replaces the categories of an elder, in the transaction that holds the elder's lock.
@Singleton
final class CategoriesOnFile {

    private final Ids ids;
    private final Vault vault;
    private final ElderCategoryRepository repository;

    CategoriesOnFile(Ids ids, Vault vault, ElderCategoryRepository repository) {
        this.ids = ids;
        this.vault = vault;
        this.repository = repository;
    }

    /// From today on these categories hold and no others.
    ///
    /// @return whether they are not those of before
    boolean replace(ElderLock lock, List<HeldCategory> categories) {
        var onFile = repository.list(List.of(lock.elderId()));
        var changed = false;
        for (var earlier : onFile) {
            if (categories.stream().noneMatch(earlier.held()::hasSameDays)) {
                // Taken off from today on: that it held until yesterday stays on file.
                repository.end(earlier.categoryId(), lock.today().minusDays(1));
                changed = true;
            }
        }
        for (var held : categories) {
            var same =
                    onFile.stream()
                            .filter(earlier -> earlier.held().hasSameDays(held))
                            .map(ElderCategoryEntity::categoryId)
                            .findFirst();
            changed |= write(lock.elderId(), held, same);
        }
        return changed;
    }

    private boolean write(long elderId, HeldCategory held, Optional<Long> onFile) {
        var categoryId = onFile.orElseGet(ids::next);
        var evidence = vault.seal(SealedFields.EVIDENCE, held.evidence(), elderId, categoryId);
        if (onFile.isPresent()) {
            repository.updateByCategoryId(categoryId, evidence);
            return false;
        }
        var _ = repository.save(ElderCategoryEntity.of(categoryId, elderId, held, evidence));
        return true;
    }
}
