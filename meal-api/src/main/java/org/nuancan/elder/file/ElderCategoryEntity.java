package org.nuancan.elder.file;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.elder.HeldCategory;
import org.nuancan.policy.fact.Category;

/// A row of `elder_category`.
///
/// @param endedOn the day before the category was taken off the record
@SuppressWarnings("ArrayRecordComponent") // rows are not compared
@MappedEntity("elder_category")
public record ElderCategoryEntity(
        @Id long categoryId,
        long elderId,
        Category category,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate endedOn,
        byte[] sealedEvidence) {

    /// The row of a category that is put on the record; its evidence is already sealed.
    public static ElderCategoryEntity of(
            long categoryId, long elderId, HeldCategory held, byte[] sealedEvidence) {
        return new ElderCategoryEntity(
                categoryId,
                elderId,
                held.category(),
                held.from(),
                held.to().orElse(null),
                null,
                sealedEvidence);
    }

    /// The category and its days, without the evidence.
    public HeldCategory held() {
        return new HeldCategory(category, validFrom, Optional.ofNullable(validTo), "");
    }
}
