package org.nuancan.elder.importing;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.NewElder.Written;
import org.nuancan.elder.change.ElderInserts;
import org.nuancan.elder.importing.ImportJob.Run;
import org.nuancan.elder.importing.file.ImportColumn;
import org.nuancan.elder.importing.file.ImportFault;
import org.nuancan.elder.importing.file.ImportFile;
import org.nuancan.elder.importing.file.ImportRow;

/// Writes chunks of import files, each in one transaction.
@Singleton
class ImportWriter {

    private final ElderInserts elders;
    private final ImportRunService runs;
    private final Validator validator;

    ImportWriter(ElderInserts elders, ImportRunService runs, Validator validator) {
        this.elders = elders;
        this.runs = runs;
        this.validator = validator;
    }

    /// Reads some rows and registers the elders that are not registered yet; the other rows are
    /// faults.
    ///
    /// @param done how many rows are worked off
    /// @return false if another run has taken over: then nothing is written
    @Transactional
    boolean write(
            Run run, int done, List<ImportFile.Row> some, ImportRow.Circumstances circumstances) {
        if (!runs.hold(run, done)) {
            return false;
        }
        var good = new ArrayList<ImportRow.Outcome.Good>();
        var bad = new ArrayList<ImportRow.Outcome.Bad>();
        for (var row : some) {
            switch (ImportRow.read(row, circumstances, validator)) {
                case ImportRow.Outcome.Good one -> good.add(one);
                case ImportRow.Outcome.Bad one -> bad.add(one);
            }
        }
        var fresh = fresh(good, bad);
        var _ =
                elders.insert(
                        fresh.stream().map(ImportRow.Outcome.Good::enrolment).toList(),
                        new Written(run.job().createdBy(), run.job().createdAt()));
        runs.chunkDone(run, fresh.size(), bad, true);
        return true;
    }

    /// As [#write], for a row that cannot be written: it is a fault.
    @Transactional
    boolean writeFault(Run run, int done, ImportRow.Outcome.Bad row) {
        if (!runs.hold(run, done)) {
            return false;
        }
        runs.chunkDone(run, 0, List.of(row), false);
        return true;
    }

    private List<ImportRow.Outcome.Good> fresh(
            List<ImportRow.Outcome.Good> good, List<ImportRow.Outcome.Bad> bad) {
        var numbers = new HashSet<IdNumber>();
        var cards = new HashSet<CardNumber>();
        for (var one : good) {
            numbers.add(one.enrolment().elder().idNumber());
            one.enrolment().cards().forEach(card -> cards.add(card.number()));
        }
        // From here on they hold what is taken: in the database, or by a line above.
        var takenNumbers = new HashSet<>(elders.known(numbers));
        var takenCards = new HashSet<>(elders.knownCards(cards));
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
