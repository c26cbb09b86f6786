package org.nuancan.elder;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.Cursor;
import org.nuancan.http.Page;
import org.nuancan.http.Paging;

/// Finds elders by what is known of them, in the caller's area.
@Singleton
final class ElderSearch {

    /// What is known of somebody.
    sealed interface Clue {

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

    private final Transactions transactions;
    private final Clock clock;
    private final Vault vault;
    private final ElderReader reader;

    ElderSearch(Transactions transactions, Clock clock, Vault vault, ElderReader reader) {
        this.transactions = transactions;
        this.clock = clock;
        this.vault = vault;
        this.reader = reader;
    }

    /// One elder; empty if there is none in the area.
    Optional<ElderAnswer> find(long elderId, Area area) {
        return transactions.reading(connection -> {
            var now = clock.instant();
            var here = ElderReader.idsIn(connection, List.of(elderId), area, now);
            return reader.read(connection, here, now).stream().findFirst();
        });
    }

    /// Those a clue leads to, in the order in which they were registered.
    Page<ElderAnswer> search(Clue clue, Area area, Paging paging) {
        if (!area.isAnywhere()) {
            return new Page<>(List.of(), null);
        }
        return transactions.reading(connection -> {
            var now = clock.instant();
            var after = paging.cursor().map(cursor -> cursor.number(0)).orElse(0L);
            var found =
                    switch (clue) {
                        case Clue.ById(var number) ->
                                indexed(connection, "id_number_index", vault.index(number), after);
                        case Clue.ByName(var name) ->
                                indexed(connection, "name_index", vault.index(name), after);
                        case Clue.ByPhone(var phone) ->
                                phone(connection, vault.phoneIndex(phone), after);
                        case Clue.ByCard(var number) -> card(connection, number, after);
                    };
            var here = ElderReader.idsIn(connection, found, area, now);
            var shown = here.subList(0, Math.min(here.size(), paging.rows()));
            return Page.of(
                    reader.read(connection, shown, now),
                    paging,
                    elder -> Cursor.of(elder.elderId().value()));
        });
    }

    private static List<Long> indexed(
            Connection connection, String column, byte[] index, long after) throws SQLException {
        return Sql.on(
                        connection,
                        "select elder_id from elder where %s = ? and elder_id > ? order by elder_id"
                                .formatted(column))
                .with(index, after)
                .list(row -> row.number("elder_id"));
    }

    private static List<Long> phone(Connection connection, Optional<byte[]> index, long after)
            throws SQLException {
        return index.isEmpty() ? List.of() : indexed(connection, "phone_index", index.get(), after);
    }

    private static List<Long> card(Connection connection, CardNumber number, long after)
            throws SQLException {
        return Sql.on(
                        connection,
                        "select elder_id from card where card_number = ? and elder_id > ?")
                .with(number.value(), after)
                .list(row -> row.number("elder_id"));
    }
}
