package org.nuancan.elder;

import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.elder.NewElder.Written;

/// Works off import files: the good rows are in, each bad one is told.
@Singleton
class Imports {

    private static final int CHUNK = 500;
    private static final int TRIES = 5;

    private final Transactions transactions;
    private final ImportJobs jobs;
    private final ElderRows rows;
    private final String city;

    Imports(
            Transactions transactions,
            ImportJobs jobs,
            ElderRows rows,
            @Property(name = "nuancan.city", defaultValue = "11") String city) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.rows = rows;
        this.city = city;
    }

    /// Takes up what a process that died has left.
    @Scheduled(initialDelay = "10s", fixedDelay = "15s")
    void takeUp() {
        for (var run = jobs.takeUp(); run.isPresent(); run = jobs.takeUp()) {
            work(run.get(), Integer.MAX_VALUE);
        }
    }

    /// Works off a run until it is done, has lost its lease, or has done so many chunks.
    void work(ImportJobs.Run run, int chunks) {
        var file = ImportFile.read(jobs.file(run));
        if (file.isEmpty()) {
            return;
        }
        var left = file.get().rows();
        for (var done = 0; done < run.job().done(); done++) {
            var _ = left.next();
        }
        for (var chunk = 0; left.hasNext(); chunk++) {
            if (chunk == chunks || !work(run, next(left))) {
                return;
            }
        }
        jobs.finish(run);
    }

    private static List<ImportFile.Row> next(Iterator<ImportFile.Row> left) {
        var some = new ArrayList<ImportFile.Row>();
        while (left.hasNext() && some.size() < CHUNK) {
            some.add(left.next());
        }
        return some;
    }

    private boolean work(ImportJobs.Run run, List<ImportFile.Row> some) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transactions.inOne(connection -> work(connection, run, some));
            } catch (DatabaseFailure failure) {
                // Somebody registered one of them meanwhile: now it is known.
                if (failure.kind() != DatabaseFailure.Kind.DUPLICATE || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private boolean work(Connection connection, ImportJobs.Run run, List<ImportFile.Row> some)
            throws SQLException {
        if (!jobs.hold(connection, run)) {
            return false;
        }
        var job = run.job();
        var circumstances =
                new ImportRow.Circumstances(
                        BusinessDay.of(job.createdAt()).date(), new Area(true, job.area()), city);
        var good = new ArrayList<ImportRow.Outcome.Good>();
        var bad = new ArrayList<ImportRow.Outcome.Bad>();
        for (var row : some) {
            switch (ImportRow.read(row, circumstances)) {
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
        jobs.chunkDone(connection, run, fresh.size(), bad);
        return true;
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
                    new ImportFault(ImportColumn.ID_NUMBER, ImportFault.Code.ELDER_EXISTS));
        }
        return one.enrolment().cards().stream()
                .filter(card -> cards.contains(card.number()))
                .findFirst()
                .map(card ->
                        new ImportFault(ImportColumn.CARD_NUMBER, ImportFault.Code.CARD_EXISTS));
    }
}
