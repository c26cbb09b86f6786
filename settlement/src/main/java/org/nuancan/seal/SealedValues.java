package org.nuancan.seal;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nuancan.db.Row;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;

/// Opens every sealed value of the database.
@Singleton
public final class SealedValues {

    /// Maximum number of faults that are named for one column; with a wrong key every value is a
    /// fault.
    private static final int NAMED = 100;

    private final Transactions transactions;
    private final List<SealedColumns> owners;

    SealedValues(Transactions transactions, List<SealedColumns> owners) {
        this.transactions = transactions;
        this.owners = List.copyOf(owners);
    }

    /// Result of opening all values.
    ///
    /// @param values number of values
    /// @param faults the values that cannot be opened, at most 100 of a column by name
    public record Opened(long values, List<String> faults) {

        /// Copies the faults.
        public Opened {
            faults = List.copyOf(faults);
        }
    }

    private record Owned(SealedColumn column, Seal seal) {}

    /// Opens all values, column by column.
    public Opened openAll() {
        var columns =
                owners.stream()
                        .flatMap(owner ->
                                owner.sealedColumns().stream()
                                        .map(column -> new Owned(column, owner.seal())))
                        .sorted(
                                Comparator.comparing(owned ->
                                        owned.column().table() + "." + owned.column().column()))
                        .toList();
        var values = 0L;
        var faults = new ArrayList<String>();
        for (var owned : columns) {
            var opened = transactions.reading(connection -> opened(connection, owned));
            values += opened.values();
            faults.addAll(opened.faults());
        }
        return new Opened(values, faults);
    }

    private static Opened opened(Connection connection, Owned owned) throws SQLException {
        var column = owned.column();
        var count = new Count(owned);
        Sql.on(
                        connection,
                        "select %s, %s from %s where %s is not null"
                                .formatted(
                                        String.join(", ", column.key()),
                                        column.column(),
                                        column.table(),
                                        column.column()))
                .each(count::take);
        return count.opened();
    }

    private static final class Count {
        private final Owned owned;
        private final List<String> faults = new ArrayList<>();
        private long values;
        private long unnamed;

        private Count(Owned owned) {
            this.owned = owned;
        }

        private void take(Row row) throws SQLException {
            var column = owned.column();
            values++;
            var record = new Object[column.key().size()];
            for (var i = 0; i < record.length; i++) {
                record[i] = row.text(column.key().get(i));
            }
            try {
                var _ = owned.seal().openStored(column, row.bytes(column.column()), record);
            } catch (CannotOpen fault) {
                if (faults.size() < NAMED) {
                    faults.add(String.valueOf(fault.getMessage()));
                } else {
                    unnamed++;
                }
            }
        }

        private Opened opened() {
            if (unnamed > 0) {
                faults.add(
                        "%d more of %s.%s do not open"
                                .formatted(
                                        unnamed, owned.column().table(), owned.column().column()));
            }
            return new Opened(values, faults);
        }
    }
}
