package org.nuancan.elder.record;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nuancan.db.InList;
import org.nuancan.elder.card.CardAnswer;
import org.nuancan.elder.card.CardReader;
import org.nuancan.elder.file.ElderCategoryEntity;
import org.nuancan.elder.file.ElderCategoryRepository;
import org.nuancan.elder.file.ElderStayEntity;
import org.nuancan.elder.file.ElderStayRepository;
import org.nuancan.elder.record.ElderAnswer.HeldBody;
import org.nuancan.elder.record.ElderAnswer.StayBody;
import org.nuancan.elder.vault.SealedFields;
import org.nuancan.elder.vault.Vault;

/// Categories, stays and cards of elders as answers.
@Singleton
final class ElderLists {

    private final Vault vault;
    private final ElderCategoryRepository categories;
    private final ElderStayRepository stays;
    private final CardReader cards;

    ElderLists(
            Vault vault,
            ElderCategoryRepository categories,
            ElderStayRepository stays,
            CardReader cards) {
        this.vault = vault;
        this.categories = categories;
        this.stays = stays;
        this.cards = cards;
    }

    /// Those of one elder.
    record OfElder(List<HeldBody> categories, List<StayBody> stays, List<CardAnswer> cards) {}

    /// Those of many elders, each by elder.
    record OfMany(
            Map<Long, List<HeldBody>> categories,
            Map<Long, List<StayBody>> stays,
            Map<Long, List<CardAnswer>> cards) {

        OfElder of(long elderId) {
            return new OfElder(
                    categories.getOrDefault(elderId, List.of()),
                    stays.getOrDefault(elderId, List.of()),
                    cards.getOrDefault(elderId, List.of()));
        }
    }

    OfMany read(Collection<Long> elderIds, Instant at) {
        var ids = InList.of(elderIds);
        return new OfMany(
                categories.list(ids).stream()
                        .collect(
                                groupingBy(
                                        ElderCategoryEntity::elderId,
                                        mapping(this::body, toList()))),
                stays.list(ids).stream()
                        .collect(
                                groupingBy(
                                        ElderStayEntity::elderId, mapping(this::body, toList()))),
                cards.ofElders(elderIds, at));
    }

    private HeldBody body(ElderCategoryEntity held) {
        return new HeldBody(
                held.category(),
                held.validFrom(),
                held.validTo(),
                vault.open(
                        SealedFields.EVIDENCE,
                        held.sealedEvidence(),
                        held.elderId(),
                        held.categoryId()));
    }

    private StayBody body(ElderStayEntity stay) {
        return new StayBody(
                stay.validFrom(),
                stay.validTo(),
                vault.open(
                        SealedFields.PLACE, stay.sealedPlace(), stay.elderId(), stay.validFrom()));
    }
}
