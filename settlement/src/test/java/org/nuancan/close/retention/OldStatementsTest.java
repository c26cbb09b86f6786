package org.nuancan.close.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuancan.close.Books.DAY;

import java.sql.SQLException;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuancan.close.Books;
import org.nuancan.close.statement.OnStatements;
import org.nuancan.close.statement.StatementAnchorRepository;
import org.nuancan.close.statement.StatementFundRepository;
import org.nuancan.close.statement.StatementSiteRepository;

class OldStatementsTest {

    private final Books books = Books.fresh();

    @AfterEach
    void shut() {
        books.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_disputed_statement_keeps_no_others_in_any_order_of_the_packages(boolean turned)
            throws SQLException {
        List.of(5L, 6L, 7L).forEach(provider -> books.cash(provider, 100 * provider));
        books.noonOf(DAY.next());
        var _ = books.close(DAY);
        books.run("update statement set state = 'PAID'");
        books.run(
                "insert into retention_mark (kind, before_date) values ('statements', '2099-1-1')");
        // The oldest dispute: a query for the first row of the list would find only this one.
        books.run(
                """
                insert into statement_dispute
                    (dispute_id, statement_id, order_id, reason, raised_by, raised_at, open)
                select 1, min(statement_id), 2, 'why', 'manager', utc_timestamp(6), 1
                  from statement
                """);
        var packages = books.beans(OnStatements.class);
        var statements =
                new OldStatements(
                        turned ? packages.reversed() : packages,
                        books.bean(OldStatementRepository.class),
                        books.bean(StatementFundRepository.class),
                        books.bean(StatementSiteRepository.class),
                        books.bean(StatementAnchorRepository.class),
                        Period.ofYears(10));

        var gone = books.in(_ -> statements.forget(DAY.next().date(), 5_000));

        assertThat(gone).isEqualTo(2);
        assertThat(
                        books.number(
                                """
                                select count(*) as answer
                                  from statement s
                                  join statement_dispute d on d.statement_id = s.statement_id
                                """))
                .isEqualTo(1);
    }
}
