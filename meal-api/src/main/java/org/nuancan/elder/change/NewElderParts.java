package org.nuancan.elder.change;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.nuancan.db.Ids;
import org.nuancan.elder.HeldCategory;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.NewStatus;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.card.CardEntity;
import org.nuancan.elder.card.CardRepository;
import org.nuancan.elder.file.ElderCategoryEntity;
import org.nuancan.elder.file.ElderCategoryRepository;
import org.nuancan.elder.file.ElderStatusEntity;
import org.nuancan.elder.file.ElderStatusRepository;
import org.nuancan.elder.file.ElderStayEntity;
import org.nuancan.elder.file.ElderStayRepository;
import org.nuancan.elder.vault.SealedFields;
import org.nuancan.elder.vault.Vault;

/// Writes categories, stays, statuses and cards of new elders, table by table.
@Singleton
final class NewElderParts {

    private final Ids ids;
    private final Vault vault;
    private final ElderCategoryRepository categories;
    private final ElderStayRepository stays;
    private final ElderStatusRepository statuses;
    private final CardRepository cards;

    NewElderParts(
            Ids ids,
            Vault vault,
            ElderCategoryRepository categories,
            ElderStayRepository stays,
            ElderStatusRepository statuses,
            CardRepository cards) {
        this.ids = ids;
        this.vault = vault;
        this.categories = categories;
        this.stays = stays;
        this.statuses = statuses;
        this.cards = cards;
    }

    /// @param elderIds as many as `some`, in the same order
    void insert(List<Long> elderIds, List<Enrolment> some, Written written) {
        var categoryRows = new ArrayList<ElderCategoryEntity>();
        var stayRows = new ArrayList<ElderStayEntity>();
        var statusRows = new ArrayList<ElderStatusEntity>();
        var cardRows = new ArrayList<CardEntity>();
        for (var at = 0; at < some.size(); at++) {
            var elderId = elderIds.get(at);
            var one = some.get(at);
            one.elder().categories().forEach(held -> categoryRows.add(category(elderId, held)));
            one.stays().forEach(stay -> stayRows.add(stay(elderId, stay)));
            one.status().ifPresent(status -> statusRows.add(status(elderId, status)));
            one.cards()
                    .forEach(card ->
                            cardRows.add(CardEntity.of(ids.next(), elderId, card, written)));
        }
        var _ = categories.saveAll(categoryRows);
        var _ = stays.saveAll(stayRows);
        var _ = statuses.saveAll(statusRows);
        var _ = cards.saveAll(cardRows);
    }

    private ElderCategoryEntity category(long elderId, HeldCategory held) {
        var categoryId = ids.next();
        var evidence = vault.seal(SealedFields.EVIDENCE, held.evidence(), elderId, categoryId);
        return ElderCategoryEntity.of(categoryId, elderId, held, evidence);
    }

    private ElderStayEntity stay(long elderId, NewStay stay) {
        return new ElderStayEntity(
                ids.next(),
                elderId,
                stay.from(),
                stay.to().orElse(null),
                vault.seal(SealedFields.PLACE, stay.where(), elderId, stay.from()));
    }

    private ElderStatusEntity status(long elderId, NewStatus status) {
        return new ElderStatusEntity(
                new ElderStatusEntity.Key(elderId, 1),
                status.on(),
                status.status(),
                vault.seal(SealedFields.STATUS_REASON, status.reason(), elderId, 1));
    }
}
