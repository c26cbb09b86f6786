package org.nuancan.elder.record;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.elder.Area;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.PersonName;
import org.nuancan.elder.card.CardEntity;
import org.nuancan.elder.card.CardRepository;
import org.nuancan.elder.change.ElderAreas;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.vault.Vault;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;

/// Finds elders by what is known of them, in the caller's area.
@Singleton
public class ElderSearchService {

    /// What is known of an elder.
    public sealed interface Clue {

        /// The ID number.
        record ById(IdNumber number) implements Clue {}

        /// The exact name.
        record ByName(PersonName name) implements Clue {}

        /// The digits of a phone number.
        record ByPhone(String phone) implements Clue {
            @Override
            public String toString() {
                return "ByPhone[…]";
            }
        }

        /// A card's number.
        record ByCard(CardNumber number) implements Clue {}
    }

    private final Clock clock;
    private final Vault vault;
    private final ElderAreas areas;
    private final ElderReader reader;
    private final ElderRepository elders;
    private final CardRepository cards;

    ElderSearchService(
            Clock clock,
            Vault vault,
            ElderAreas areas,
            ElderReader reader,
            ElderRepository elders,
            CardRepository cards) {
        this.clock = clock;
        this.vault = vault;
        this.areas = areas;
        this.reader = reader;
        this.elders = elders;
        this.cards = cards;
    }

    /// One elder; empty if there is none in the area.
    @ReadOnly
    public Optional<ElderAnswer> find(long elderId, Area area) {
        var now = clock.instant();
        var here = areas.within(area, List.of(elderId), now);
        return reader.read(here, now).stream().findFirst();
    }

    /// Those a clue leads to, in the order in which they were registered.
    @ReadOnly
    public Page<ElderAnswer> search(Clue clue, Area area, Paging paging) {
        if (!area.isAnywhere()) {
            return new Page<>(List.of(), null);
        }
        var now = clock.instant();
        var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
        var here = areas.within(area, found(clue, after), now);
        var shown = here.subList(0, Math.min(here.size(), paging.rows()));
        return Page.of(
                reader.read(shown, now), paging, elder -> Cursor.of(elder.elderId().value()));
    }

    private List<Long> found(Clue clue, long after) {
        return switch (clue) {
            case Clue.ById(var number) ->
                    elders.withIdNumber(vault.index(number)).stream()
                            .filter(elderId -> elderId > after)
                            .toList();
            case Clue.ByName(var name) -> elders.withName(vault.index(name), after);
            case Clue.ByPhone(var phone) ->
                    vault.phoneIndex(phone)
                            .map(index -> elders.withPhone(index, after))
                            .orElse(List.of());
            case Clue.ByCard(var number) ->
                    cards.findByCardNumber(number.value()).stream()
                            .map(CardEntity::elderId)
                            .filter(elderId -> elderId > after)
                            .toList();
        };
    }
}
