package org.nuancan.ledger.balance;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums of claims in the postings that are on statements.
@JdbcRepository(dialect = Dialect.MYSQL)
interface ClaimRepository extends GenericRepository<LedgerOpeningEntity, LedgerOpeningEntity.Key> {

    /// Amount that a payer owes for a provider's day.
    @Introspected
    record Sum(String payer, long providerId, long fen) {}

    /// @param own limits the result to books of the district and to payers in it (either is
    ///   enough); null for all
    @Query(
            """
            select account_owner as payer, provider_id, sum(fen) as fen
              from posting
             where booking_date = :day and provider_id > 0 and account_kind = 'claim'
               and (:own is null or paying_district = :own
                    or account_owner like concat(:own, '%'))
             group by account_owner, provider_id
            """)
    List<Sum> ofDay(LocalDate day, @Nullable String own);

    /// @param own limits the result to books of the district and to payers in it (either is
    ///   enough); null for all
    @Query(
            """
            select account_owner as payer, provider_id, sum(fen) as fen
              from posting
             where booking_date = :day and provider_id = :providerId and account_kind = 'claim'
               and (:own is null or paying_district = :own
                    or account_owner like concat(:own, '%'))
             group by account_owner, provider_id
            """)
    List<Sum> ofProvider(LocalDate day, long providerId, @Nullable String own);
}
