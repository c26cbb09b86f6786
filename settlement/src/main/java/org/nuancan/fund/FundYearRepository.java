package org.nuancan.fund;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FundYearRepository extends CrudRepository<FundYearEntity, FundYearEntity.Key> {

    /// Adds a year without a budget if it does not exist.
    @Query(
            """
            insert into fund_year (payer, year, fen) values (:payer, :year, 0)
            on duplicate key update fen = fund_year.fen
            """)
    void add(String payer, int year);

    /// The budget of an existing year; its row is locked until the transaction ends.
    @Query("select fen from fund_year where payer = :payer and year = :year for update")
    long lock(String payer, int year);

    @Query("update fund_year set fen = :fen where payer = :payer and year = :year")
    void set(String payer, int year, long fen);

    /// Locks all payers with a budget, in the order of their names.
    @Query("select payer from fund_year where year = :year order by payer for update")
    List<String> lockAll(int year);

    /// @param area limits the result to payers whose code starts with it; null for all
    @Query(
            """
            select * from fund_year
             where year = :year and (:area is null or payer like concat(:area, '%'))
            """)
    List<FundYearEntity> list(int year, @Nullable String area);
}
