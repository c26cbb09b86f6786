package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.db.Sql;
import org.nuancan.diet.Allergens;
import org.nuancan.diet.Diets;
import org.nuancan.policy.Category;

/// Writes the fields that a PATCH changes; what was so before today stays on file.
@Singleton
final class ElderFields {

    private final Ids ids;
    private final Vault vault;
    private final SealedPerson persons;
    private final HomeDistrict home;

    ElderFields(Ids ids, Vault vault, SealedPerson persons, HomeDistrict home) {
        this.ids = ids;
        this.vault = vault;
        this.persons = persons;
        this.home = home;
    }

    /// @return the names of the fields that are no longer what they were
    List<String> write(Connection connection, ElderLock lock, ElderWish wish) throws SQLException {
        var changed = new ArrayList<String>();
        if (!wish.reach().isEmpty()) {
            changed.addAll(person(connection, lock, wish.reach()));
        }
        changed.addAll(standing(connection, lock, wish.over(lock.standing())));
        if (wish.categories().isPresent()
                && categories(connection, lock, wish.categories().get())) {
            changed.add("categories");
        }
        if (wish.diet().isPresent()) {
            needs(connection, lock, "diet", Diets.fold(wish.diet().get()));
            changed.add("diet");
        }
        if (wish.allergens().isPresent()) {
            needs(connection, lock, "allergens", Allergens.fold(wish.allergens().get()));
            changed.add("allergens");
        }
        return List.copyOf(changed);
    }

    private List<String> person(Connection connection, ElderLock lock, ElderWish.Reach reach)
            throws SQLException {
        var before =
                Sql.on(connection, "select sealed_person from elder where elder_id = ?")
                        .with(lock.elderId())
                        .one(row -> persons.open(lock.elderId(), row.bytes("sealed_person")));
        var after = reach.over(before);
        Sql.on(
                        connection,
                        """
                        update elder
                        set sealed_person = ?, masked_name = ?, name_index = ?, phone_index = ?
                        where elder_id = ?
                        """)
                .with(
                        persons.seal(lock.elderId(), after),
                        after.name().masked(),
                        vault.index(after.name()),
                        vault.phoneIndex(after.phone()).orElse(null),
                        lock.elderId())
                .run();
        var changed = new ArrayList<String>();
        note(changed, "name", !before.name().equals(after.name()));
        note(changed, "phone", !before.phone().equals(after.phone()));
        note(changed, "address", !before.address().equals(after.address()));
        note(changed, "contacts", !before.contacts().equals(after.contacts()));
        return changed;
    }

    private List<String> standing(Connection connection, ElderLock lock, Standing after)
            throws SQLException {
        var before = lock.standing();
        if (before.equals(after)) {
            return List.of();
        }
        var household = after.household();
        Sql.on(
                        connection,
                        """
                        insert into elder_standing
                            (elder_id, valid_from, household_kind, household_division,
                             residence_division, care_grade)
                        values (?, ?, ?, ?, ?, ?)
                        on duplicate key update
                            household_kind = values(household_kind),
                            household_division = values(household_division),
                            residence_division = values(residence_division),
                            care_grade = values(care_grade)
                        """)
                .with(
                        lock.elderId(),
                        lock.today(),
                        household.kind(),
                        household.division().code(),
                        after.residence().code(),
                        after.careGrade())
                .run();
        Sql.on(connection, "update elder set district_code = ? where elder_id = ?")
                .with(
                        home.districtOf(household.division().code(), after.residence().code()),
                        lock.elderId())
                .run();
        var changed = new ArrayList<String>();
        note(changed, "household", !before.household().equals(household));
        note(changed, "residenceDivision", !before.residence().equals(after.residence()));
        note(changed, "careGrade", before.careGrade() != after.careGrade());
        return changed;
    }

    private record OnFile(long categoryId, HeldCategory held) {}

    private boolean categories(Connection connection, ElderLock lock, List<HeldCategory> wanted)
            throws SQLException {
        var onFile =
                Sql.on(
                                connection,
                                """
                                select category_id, category, valid_from, valid_to
                                from elder_category
                                where elder_id = ? and ended_on is null
                                """)
                        .with(lock.elderId())
                        .list(row ->
                                new OnFile(
                                        row.number("category_id"),
                                        new HeldCategory(
                                                row.name("category", Category.class),
                                                row.date("valid_from"),
                                                row.maybeDate("valid_to"),
                                                "")));
        var changed = false;
        for (var earlier : onFile) {
            if (wanted.stream().noneMatch(earlier.held::hasSameDays)) {
                // Taken off from today on: what it was good for until yesterday stays true.
                Sql.on(connection, "update elder_category set ended_on = ? where category_id = ?")
                        .with(lock.today().minusDays(1), earlier.categoryId)
                        .run();
                changed = true;
            }
        }
        for (var held : wanted) {
            var same =
                    onFile.stream()
                            .filter(earlier -> earlier.held.hasSameDays(held))
                            .map(OnFile::categoryId)
                            .findFirst();
            changed |= category(connection, lock.elderId(), held, same);
        }
        return changed;
    }

    private boolean category(
            Connection connection, long elderId, HeldCategory held, Optional<Long> onFile)
            throws SQLException {
        var categoryId = onFile.orElseGet(ids::next);
        var evidence = vault.seal(SealedFields.EVIDENCE, held.evidence(), elderId, categoryId);
        if (onFile.isPresent()) {
            Sql.on(
                            connection,
                            "update elder_category set sealed_evidence = ? where category_id = ?")
                    .with(evidence, categoryId)
                    .run();
            return false;
        }
        Sql.on(
                        connection,
                        """
                        insert into elder_category
                            (category_id, elder_id, category, valid_from, valid_to,
                             sealed_evidence)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .with(
                        categoryId,
                        elderId,
                        held.category(),
                        held.from(),
                        held.to().orElse(null),
                        evidence)
                .run();
        return true;
    }

    private static void needs(
            Connection connection, ElderLock lock, String column, List<String> words)
            throws SQLException {
        Sql.on(connection, "update elder set " + column + " = ? where elder_id = ?")
                .with(Words.write(words), lock.elderId())
                .run();
    }

    private static void note(List<String> changed, String field, boolean isOther) {
        if (isOther) {
            changed.add(field);
        }
    }
}
