package org.nuancan.ledger.balance;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;

@JdbcRepository(dialect = Dialect.MYSQL)
interface LedgerOpeningRepository
        extends CrudRepository<LedgerOpeningEntity, LedgerOpeningEntity.Key> {

    /// Adds the sums of a district's postings before a day.
    ///
    /// @param through the last day of these postings
    @Query(
            """
            insert into ledger_opening
                (account_kind, account_owner, paying_district, fen, through_date)
            select account_kind, account_owner, paying_district, sum(fen), :through
              from posting
             where paying_district = :district and booking_date < :until
             group by account_kind, account_owner, paying_district
            on duplicate key update fen = ledger_opening.fen + values(fen)
            """)
    void add(String district, LocalDate until, LocalDate through);

    /// Sets the date of all balances of a district to a day, also for accounts without new
    /// postings.
    @Query(
            """
            update ledger_opening
               set through_date = :through
             where paying_district = :district and through_date < :through
            """)
    void moveTo(String district, LocalDate through);
}
