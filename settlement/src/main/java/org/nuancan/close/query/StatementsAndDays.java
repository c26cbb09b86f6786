package org.nuancan.close.query;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuancan.close.parked.ParkedDayRepository;
import org.nuancan.close.statement.StatementEntity;
import org.nuancan.close.statement.StatementRepository;
import org.nuancan.day.BusinessDay;
import org.nuancan.ledger.balance.SettledBooks;
import org.nuancan.ledger.day.BusinessDays;

/// Keeps the journals of a district from its oldest kept statement on, and from the oldest day on
/// that is parked or not closed.
@Singleton
class StatementsAndDays implements SettledBooks {

    private final StatementRepository statements;
    private final ParkedDayRepository parked;
    private final BusinessDays days;

    StatementsAndDays(
            StatementRepository statements, ParkedDayRepository parked, BusinessDays days) {
        this.statements = statements;
        this.parked = parked;
        this.days = days;
    }

    @Override
    @Transactional
    public LocalDate until(String district, LocalDate before) {
        return Stream.of(
                        statements.firstOf(district).map(StatementEntity::statementDate),
                        parked.first().map(row -> row.id().day()),
                        days.firstNotClosed().map(BusinessDay::date))
                .flatMap(Optional::stream)
                .filter(day -> day.isBefore(before))
                .min(LocalDate::compareTo)
                .orElse(before);
    }
}
