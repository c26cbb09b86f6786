package org.nuancan.elder;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.policy.Category;
import org.nuancan.policy.Division;
import org.nuancan.policy.ElderFacts;
import org.nuancan.policy.ElderStatus;
import org.nuancan.policy.Household;
import org.nuancan.policy.Stay;

/// What policies ask about many elders as of one date, by one query.
final class ElderFactsAsOf {

    private enum Of {
        STANDING,
        CATEGORY,
        STAY,
        STATUS
    }

    private record Part(
            Of of,
            long elderId,
            LocalDate from,
            Optional<LocalDate> to,
            String word,
            String household,
            String residence,
            int careGrade) {

        private static Part read(Row row) throws SQLException {
            return new Part(
                    row.name("part", Of.class),
                    row.number("elder_id"),
                    row.date("valid_from"),
                    row.maybeDate("valid_to"),
                    row.maybeText("word").orElse(""),
                    row.maybeText("household_division").orElse(""),
                    row.maybeText("residence_division").orElse(""),
                    row.integer("care_grade"));
        }
    }

    private static final class Gathered {
        private @Nullable Household household;
        private @Nullable Division residence;
        private int careGrade;
        private final Set<Category> categories = EnumSet.noneOf(Category.class);
        private final List<Stay> stays = new ArrayList<>();
        private ElderStatus status = ElderStatus.ACTIVE;
        private LocalDate since = LocalDate.EPOCH;

        private void take(Part part) {
            switch (part.of) {
                case STANDING -> {
                    household =
                            new Household(
                                    Household.Kind.valueOf(part.word),
                                    new Division(part.household));
                    residence = new Division(part.residence);
                    careGrade = part.careGrade;
                }
                case CATEGORY -> categories.add(Category.valueOf(part.word));
                case STAY -> stays.add(new Stay(part.from, part.to));
                case STATUS -> {
                    status = ElderStatus.valueOf(part.word);
                    since = part.from;
                }
            }
        }

        private ElderFacts with(LocalDate birthDate) {
            var registered = household;
            var lives = residence;
            if (registered == null || lives == null) {
                throw new IllegalStateException("an elder without a standing");
            }
            return new ElderFacts(
                    birthDate,
                    registered,
                    lives,
                    categories,
                    careGrade,
                    stays,
                    status,
                    status == ElderStatus.DECEASED ? Optional.of(since) : Optional.empty());
        }
    }

    private final Map<Long, Gathered> byElder = new HashMap<>();

    private ElderFactsAsOf() {}

    /// Reads what was so on `date`.
    static ElderFactsAsOf read(Connection connection, Collection<Long> elderIds, LocalDate date)
            throws SQLException {
        var facts = new ElderFactsAsOf();
        // A standing holds until the next one; of the states whose day has come the one recorded
        // last holds: both come in order, and the last one stays.
        var parts =
                Sql.on(
                                connection,
                                """
                                select 'STANDING' as part, elder_id, valid_from, null as valid_to,
                                       household_kind as word, household_division,
                                       residence_division, care_grade, 0 as number
                                from elder_standing
                                where elder_id in (??) and valid_from <= ?
                                union all
                                select 'CATEGORY', elder_id, valid_from, valid_to,
                                       category, null, null, 0, 0
                                from elder_category
                                where elder_id in (??) and valid_from <= ?
                                  and (valid_to is null or valid_to >= ?)
                                  and (ended_on is null or ended_on >= ?)
                                union all
                                select 'STAY', elder_id, valid_from, valid_to,
                                       null, null, null, 0, 0
                                from elder_stay
                                where elder_id in (??) and valid_from <= ?
                                union all
                                select 'STATUS', elder_id, valid_from, null,
                                       status, null, null, 0, number
                                from elder_status
                                where elder_id in (??) and valid_from <= ?
                                order by elder_id, part, number, valid_from
                                """)
                        .withAll(elderIds)
                        .with(date)
                        .withAll(elderIds)
                        .with(date, date, date)
                        .withAll(elderIds)
                        .with(date)
                        .withAll(elderIds)
                        .with(date)
                        .list(Part::read);
        for (var part : parts) {
            facts.byElder.computeIfAbsent(part.elderId, none -> new Gathered()).take(part);
        }
        return facts;
    }

    /// The facts about one elder who is registered.
    ElderFacts of(long elderId, LocalDate birthDate) {
        return byElder.computeIfAbsent(elderId, none -> new Gathered()).with(birthDate);
    }
}
