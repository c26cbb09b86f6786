package org.nuancan.elder;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.elder.NewElder.Written;

/// Reads some rows of an import file and registers the elders that are not registered yet.
@Singleton
final class ImportWriter {

    /// What became of some rows.
    ///
    /// @param imported how many elders were registered
    /// @param bad the other rows
    record Result(int imported, List<ImportRow.Outcome.Bad> bad) {

        Result {
            bad = List.copyOf(bad);
        }
    }

    private final ElderRows rows;
    private final Validator validator;

    ImportWriter(ElderRows rows, Validator validator) {
        this.rows = rows;
        this.validator = validator;
    }

    Result write(
            Connection connection,
            List<ImportFile.Row> some,
            ImportJob job,
            ImportRow.Circumstances circumstances)
            throws SQLException {
        var good = new ArrayList<ImportRow.Outcome.Good>();
        var bad = new ArrayList<ImportRow.Outcome.Bad>();
        for (var row : some) {
            switch (ImportRow.read(row, circumstances, validator)) {
                case ImportRow.Outcome.Good one -> good.add(one);
                case ImportRow.Outcome.Bad one -> bad.add(one);
            }
        }
        var fresh = fresh(connection, good, bad);
        var _ =
                rows.insert(
                        connection,
                        fresh.stream().map(ImportRow.Outcome.Good::enrolment).toList(),
                        new Written(job.createdBy(), job.createdAt()));
        return new Result(fresh.size(), bad);
    }

    private List<ImportRow.Outcome.Good> fresh(
            Connection connection,
            List<ImportRow.Outcome.Good> good,
            List<ImportRow.Outcome.Bad> bad)
            throws SQLException {
        var numbers = new HashSet<IdNumber>();
        var cards = new HashSet<CardNumber>();
        for (var one : good) {
            numbers.add(one.enrolment().elder().idNumber());
            one.enrolment().cards().forEach(card -> cards.add(card.number()));
        }
        // From here on they hold what is taken: in the database, or by a line above.
        var takenNumbers = new HashSet<>(rows.known(connection, numbers));
        var takenCards = new HashSet<>(rows.knownCards(connection, cards));
        var fresh = new ArrayList<ImportRow.Outcome.Good>();
        for (var one : good) {
            var fault = taken(one, takenNumbers, takenCards);
            if (fault.isPresent()) {
                var masked = one.enrolment().elder().idNumber().masked();
                bad.add(new ImportRow.Outcome.Bad(one.line(), masked, List.of(fault.get())));
                continue;
            }
            takenNumbers.add(one.enrolment().elder().idNumber());
            one.enrolment().cards().forEach(card -> takenCards.add(card.number()));
            fresh.add(one);
        }
        return fresh;
    }

    private static Optional<ImportFault> taken(
            ImportRow.Outcome.Good one, Set<IdNumber> numbers, Set<CardNumber> cards) {
        if (numbers.contains(one.enrolment().elder().idNumber())) {
            return Optional.of(
                    ImportFault.of(ImportColumn.ID_NUMBER, ImportFault.Code.ELDER_EXISTS));
        }
        return one.enrolment().cards().stream()
                .filter(card -> cards.contains(card.number()))
                .findFirst()
                .map(card ->
                        ImportFault.of(ImportColumn.CARD_NUMBER, ImportFault.Code.CARD_EXISTS));
    }
}
