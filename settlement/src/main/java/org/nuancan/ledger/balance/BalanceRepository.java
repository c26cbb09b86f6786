package org.nuancan.ledger.balance;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Balances of accounts: the kept postings plus the opening balances of deleted ones.
@JdbcRepository(dialect = Dialect.MYSQL)
interface BalanceRepository
        extends GenericRepository<LedgerOpeningEntity, LedgerOpeningEntity.Key> {

    /// Balance of an account.
    @Introspected
    record Sum(String accountKind, String accountOwner, long balance) {}

    /// Every account with a posting booked up to and including a day, by name.
    ///
    /// @param district limits the result to the books of one district; null for all
    @Query(
            """
            select account_kind, account_owner, sum(fen) as balance
              from (select account_kind, account_owner, sum(fen) as fen
                      from posting
                     where booking_date <= :asOf
                       and (:district is null or paying_district = :district)
                     group by account_kind, account_owner
                     union all
                    select account_kind, account_owner, fen
                      from ledger_opening
                     where through_date <= :asOf
                       and (:district is null or paying_district = :district)) booked
             group by account_kind, account_owner
             order by account_kind, account_owner
            """)
    List<Sum> asOf(LocalDate asOf, @Nullable String district);
}
