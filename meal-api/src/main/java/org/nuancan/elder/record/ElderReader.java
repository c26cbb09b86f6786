package org.nuancan.elder.record;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.InList;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.file.ElderEntity;
import org.nuancan.elder.file.ElderRepository;
import org.nuancan.elder.history.ElderFactsAsOf;
import org.nuancan.elder.history.ElderHistoryRepository;
import org.nuancan.elder.vault.SealedFields;
import org.nuancan.elder.vault.SealedPerson;
import org.nuancan.elder.vault.Vault;
import org.nuancan.http.text.Id;
import org.nuancan.policy.fact.ElderFacts;

/// Reads whole records of elders, in the transaction that is open.
@Singleton
final class ElderReader {

    private final Vault vault;
    private final SealedPerson persons;
    private final ElderRepository elders;
    private final ElderHistoryRepository histories;
    private final ElderLists lists;

    ElderReader(
            Vault vault,
            SealedPerson persons,
            ElderRepository elders,
            ElderHistoryRepository histories,
            ElderLists lists) {
        this.vault = vault;
        this.persons = persons;
        this.elders = elders;
        this.histories = histories;
        this.lists = lists;
    }

    /// The records of elders, in the order of their ids.
    List<ElderAnswer> read(Collection<Long> elderIds, Instant at) {
        if (elderIds.isEmpty()) {
            return List.of();
        }
        var today = BusinessDay.of(at).date();
        var ids = InList.of(elderIds);
        var facts = ElderFactsAsOf.of(histories.parts(ids), today);
        var ofElders = lists.read(elderIds, at);
        return elders.list(ids).stream()
                .map(elder ->
                        answer(
                                elder,
                                facts.of(elder.elderId(), elder.birthDate()),
                                ofElders.of(elder.elderId()),
                                today))
                .toList();
    }

    private ElderAnswer answer(
            ElderEntity elder, ElderFacts facts, ElderLists.OfElder ofElder, LocalDate today) {
        var elderId = elder.elderId();
        var person = persons.open(elderId, elder.sealedPerson());
        var idNumber =
                new IdNumber(vault.open(SealedFields.ID_NUMBER, elder.sealedIdNumber(), elderId));
        var needs = elder.needs();
        return new ElderAnswer(
                new Id(elderId),
                elder.version(),
                person.name().masked(),
                idNumber.masked(),
                elder.birthDate(),
                Math.toIntExact(facts.ageOn(today)),
                elder.sex(),
                new ElderAnswer.HouseholdBody(
                        facts.household().kind(), facts.household().division().code()),
                facts.residenceDivision().code(),
                elder.districtCode(),
                person.address(),
                person.phone(),
                ofElder.categories(),
                facts.careGrade(),
                needs.diet(),
                needs.allergens(),
                person.contacts(),
                ofElder.stays(),
                facts.status(),
                facts.deceasedOn().orElse(null),
                ofElder.cards(),
                elder.registeredAt(),
                elder.registeredBy());
    }
}
