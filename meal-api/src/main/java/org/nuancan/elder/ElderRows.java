package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Batch;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.elder.NewElder.Enrolment;
import org.nuancan.elder.NewElder.NewCard;
import org.nuancan.elder.NewElder.NewStay;
import org.nuancan.elder.NewElder.Written;

/// Writes new elders, many at once, by few statements.
@Singleton
final class ElderRows {

    private final Ids ids;
    private final Vault vault;
    private final SealedPerson persons;
    private final HomeDistrict home;
    private final Told told;

    ElderRows(Ids ids, Vault vault, SealedPerson persons, HomeDistrict home, Told told) {
        this.ids = ids;
        this.vault = vault;
        this.persons = persons;
        this.home = home;
        this.told = told;
    }

    /// Which of these ID numbers are registered.
    Set<IdNumber> known(Connection connection, Collection<IdNumber> numbers) throws SQLException {
        var found = new HashSet<String>();
        Sql.on(
                        connection,
                        "select hex(id_number_index) as found from elder where id_number_index in (??)")
                .withAll(numbers.stream().map(vault::index).toList())
                .list(row -> row.text("found"))
                .forEach(found::add);
        var known = new HashSet<IdNumber>();
        for (var number : numbers) {
            if (found.contains(HexFormat.of().withUpperCase().formatHex(vault.index(number)))) {
                known.add(number);
            }
        }
        return known;
    }

    /// Which of these card numbers are some elder's.
    Set<CardNumber> knownCards(Connection connection, Collection<CardNumber> numbers)
            throws SQLException {
        return Set.copyOf(
                Sql.on(connection, "select card_number from card where card_number in (??)")
                        .withAll(numbers.stream().map(CardNumber::value).toList())
                        .list(row -> new CardNumber(row.text("card_number"))));
    }

    /// Writes elders nobody knows yet.
    ///
    /// @return their ids, in the order of `some`
    List<Long> insert(Connection connection, List<Enrolment> some, Written written)
            throws SQLException {
        var batches = new Batches();
        var made = new ArrayList<Long>();
        for (var enrolment : some) {
            var elderId = ids.next();
            made.add(elderId);
            add(batches, elderId, enrolment, written);
        }
        for (var batch : batches.inOrder()) {
            batch.write(connection);
        }
        tell(connection, made, some, written);
        return List.copyOf(made);
    }

    private void tell(
            Connection connection, List<Long> elderIds, List<Enrolment> some, Written written)
            throws SQLException {
        told.registered(elderIds, written);
        for (var at = 0; at < some.size(); at++) {
            for (var stay : some.get(at).stays()) {
                told.stay(connection, elderIds.get(at), stay);
            }
            if (some.get(at).status().isPresent()) {
                told.status(connection, elderIds.get(at), some.get(at).status().get());
            }
        }
    }

    private static final class Batches {
        private final Batch elders =
                Batch.into(
                        "elder",
                        "elder_id",
                        "version",
                        "changes",
                        "id_number_index",
                        "name_index",
                        "phone_index",
                        "key_id",
                        "sealed_id_number",
                        "sealed_person",
                        "masked_name",
                        "birth_date",
                        "sex",
                        "district_code",
                        "diet",
                        "allergens",
                        "registered_at",
                        "registered_by");
        private final Batch standings =
                Batch.into(
                        "elder_standing",
                        "elder_id",
                        "valid_from",
                        "household_kind",
                        "household_division",
                        "residence_division",
                        "care_grade");
        private final Batch categories =
                Batch.into(
                        "elder_category",
                        "category_id",
                        "elder_id",
                        "category",
                        "valid_from",
                        "valid_to",
                        "sealed_evidence");
        private final Batch stays =
                Batch.into(
                        "elder_stay",
                        "stay_id",
                        "elder_id",
                        "valid_from",
                        "valid_to",
                        "sealed_place");
        private final Batch statuses =
                Batch.into(
                        "elder_status",
                        "elder_id",
                        "number",
                        "valid_from",
                        "status",
                        "sealed_reason");
        private final Batch cards =
                Batch.into(
                        "card",
                        "card_id",
                        "card_number",
                        "elder_id",
                        "kind",
                        "valid_to",
                        "issued_at");
        private final Batch changes =
                Batch.into(
                        "elder_change",
                        "elder_id",
                        "number",
                        "changed_at",
                        "changed_by",
                        "kind",
                        "fields");

        private List<Batch> inOrder() {
            return List.of(elders, standings, categories, stays, statuses, cards, changes);
        }
    }

    private void add(Batches batches, long elderId, Enrolment enrolment, Written written) {
        var elder = enrolment.elder();
        batches.elders.row(elderRow(elderId, elder, written));
        batches.standings.row(standing(elderId, elder.idNumber().birthDate(), elder.standing()));
        for (var held : elder.categories()) {
            batches.categories.row(category(elderId, held));
        }
        for (var stay : enrolment.stays()) {
            batches.stays.row(stay(elderId, stay));
        }
        enrolment
                .status()
                .ifPresent(status ->
                        batches.statuses.row(
                                elderId,
                                1,
                                status.on(),
                                status.status(),
                                vault.seal(
                                        SealedFields.STATUS_REASON, status.reason(), elderId, 1)));
        for (var card : enrolment.cards()) {
            batches.cards.row(card(elderId, card, written));
        }
        batches.changes.row(
                elderId, 1, written.at(), written.by(), ElderChange.Kind.REGISTERED, "");
    }

    private @Nullable Object[] elderRow(long elderId, NewElder elder, Written written) {
        var person = elder.person();
        var standing = elder.standing();
        return new @Nullable Object[] {
            elderId,
            1,
            1,
            vault.index(elder.idNumber()),
            vault.index(person.name()),
            vault.phoneIndex(person.phone()).orElse(null),
            vault.keyId(),
            vault.seal(SealedFields.ID_NUMBER, elder.idNumber().value(), elderId),
            persons.seal(elderId, person),
            person.name().masked(),
            elder.idNumber().birthDate(),
            elder.idNumber().sex(),
            home.districtOf(standing.household().division().code(), standing.residence().code()),
            Words.write(elder.needs().diet()),
            Words.write(elder.needs().allergens()),
            written.at(),
            written.by()
        };
    }

    private static Object[] standing(long elderId, LocalDate from, Standing standing) {
        return new Object[] {
            elderId,
            from,
            standing.household().kind(),
            standing.household().division().code(),
            standing.residence().code(),
            standing.careGrade()
        };
    }

    private @Nullable Object[] category(long elderId, HeldCategory held) {
        var categoryId = ids.next();
        return new @Nullable Object[] {
            categoryId,
            elderId,
            held.category(),
            held.from(),
            held.to().orElse(null),
            vault.seal(SealedFields.EVIDENCE, held.evidence(), elderId, categoryId)
        };
    }

    private @Nullable Object[] stay(long elderId, NewStay stay) {
        return new @Nullable Object[] {
            ids.next(),
            elderId,
            stay.from(),
            stay.to().orElse(null),
            vault.seal(SealedFields.PLACE, stay.where(), elderId, stay.from())
        };
    }

    private @Nullable Object[] card(long elderId, NewCard card, Written written) {
        return new @Nullable Object[] {
            ids.next(),
            card.number().value(),
            elderId,
            card.kind(),
            card.validTo().orElse(null),
            written.at()
        };
    }
}
