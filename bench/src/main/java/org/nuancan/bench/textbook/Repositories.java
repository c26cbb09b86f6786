package org.nuancan.bench.textbook;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nuancan.bench.textbook.Entities.Card;
import org.nuancan.bench.textbook.Entities.Elder;
import org.nuancan.bench.textbook.Entities.ElderStay;
import org.nuancan.bench.textbook.Entities.Event;
import org.nuancan.bench.textbook.Entities.EventDue;
import org.nuancan.bench.textbook.Entities.HeldCategory;
import org.nuancan.bench.textbook.Entities.JournalHead;
import org.nuancan.bench.textbook.Entities.KeptAnswer;
import org.nuancan.bench.textbook.Entities.LimitUse;
import org.nuancan.bench.textbook.Entities.MealFact;
import org.nuancan.bench.textbook.Entities.MealOrder;
import org.nuancan.bench.textbook.Entities.OrderGrant;
import org.nuancan.bench.textbook.Entities.OrderItem;
import org.nuancan.bench.textbook.Entities.OrderTender;
import org.nuancan.bench.textbook.Entities.PostingLine;
import org.nuancan.bench.textbook.Entities.Price;
import org.nuancan.bench.textbook.Entities.Site;
import org.nuancan.bench.textbook.Entities.Standing;
import org.nuancan.bench.textbook.Entities.Status;
import org.nuancan.bench.textbook.Entities.TenderReference;

/// The repositories, one for each table.
final class Repositories {

    private Repositories() {}

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Cards extends GenericRepository<Card, Long> {

        Optional<Card> findByCardNumber(String cardNumber);

        @Query(
                """
                select state from card_state where card_id = :cardId and from_at <= :at
                order by number desc limit 1
                """)
        Optional<String> state(long cardId, Instant at);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Elders extends GenericRepository<Elder, Long> {

        @Query(
                """
                select elder_id, masked_name, birth_date, district_code, diet, allergens
                from elder where elder_id = :elderId for update
                """)
        Optional<Elder> lock(long elderId);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Standings extends GenericRepository<Standing, Long> {

        @Query(
                """
                select elder_id, valid_from, household_kind, household_division,
                       residence_division, care_grade
                from elder_standing where elder_id = :elderId and valid_from <= :date
                order by valid_from desc limit 1
                """)
        Optional<Standing> on(long elderId, LocalDate date);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Categories extends GenericRepository<HeldCategory, Long> {

        List<HeldCategory> findByElderId(long elderId);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Stays extends GenericRepository<ElderStay, Long> {

        List<ElderStay> findByElderId(long elderId);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Statuses extends GenericRepository<Status, Long> {

        @Query(
                """
                select elder_id, number, valid_from, status
                from elder_status where elder_id = :elderId and valid_from <= :date
                order by number desc limit 1
                """)
        Optional<Status> on(long elderId, LocalDate date);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Sites extends GenericRepository<Site, Long> {

        Optional<Site> findBySiteId(long siteId);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Prices extends GenericRepository<Price, Long> {

        @Query(
                """
                select p.list_id, p.sku, p.name, p.price_fen, p.subsidisable, p.open_price
                from price p join price_list l on l.list_id = p.list_id
                where l.site_id = :siteId and l.valid_from <= :at
                  and (l.valid_to is null or l.valid_to > :at) and p.sku in (:skus)
                """)
        List<Price> at(long siteId, Instant at, List<String> skus);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Orders extends GenericRepository<MealOrder, Long> {

        MealOrder save(MealOrder order);

        @Query(
                """
                select coalesce(sum(counts), 0) from meal_order
                where elder_id = :elderId and service_date = :date
                """)
        long meals(long elderId, LocalDate date);

        @Query("select state from business_day where day = :day lock in share mode")
        Optional<String> lockDay(LocalDate day);

        @Query("insert ignore into business_day (day, state) values (:day, 'OPEN')")
        void openDay(LocalDate day);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Items extends GenericRepository<OrderItem, Long> {

        List<OrderItem> saveAll(List<OrderItem> items);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Tenders extends GenericRepository<OrderTender, Long> {

        List<OrderTender> saveAll(List<OrderTender> tenders);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface References extends GenericRepository<TenderReference, String> {

        List<TenderReference> saveAll(List<TenderReference> references);
    }

    /// The grants on a day and slot.
    @Introspected
    record Used(String policyCode, LocalDate serviceDate, String slot, long meals, long fen) {}

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Grants extends GenericRepository<OrderGrant, Long> {

        List<OrderGrant> saveAll(List<OrderGrant> grants);

        @Query(
                """
                select policy_code, service_date, slot, sum(counts) as meals,
                       sum(fen - refunded_fen) as fen
                from order_grant
                where elder_id = :elderId and service_date between :from and :to
                group by policy_code, service_date, slot
                """)
        List<Used> used(long elderId, LocalDate from, LocalDate to);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface LimitUses extends GenericRepository<LimitUse, String> {

        @Query(
                """
                insert ignore into textbook_limit_use
                    (counts_on, subject_id, policy_code, per, from_date, slot, meals, fen)
                values (:countsOn, :subjectId, :policyCode, :per, :fromDate, :slot, 0, 0)
                """)
        void make(
                String countsOn,
                long subjectId,
                String policyCode,
                String per,
                LocalDate fromDate,
                String slot);

        @Query(
                """
                select counts_on, subject_id, policy_code, per, from_date, slot, meals, fen
                from textbook_limit_use
                where counts_on = :countsOn and subject_id = :subjectId
                  and policy_code = :policyCode and per = :per and from_date = :fromDate
                  and slot = :slot
                for update
                """)
        Optional<LimitUse> lock(
                String countsOn,
                long subjectId,
                String policyCode,
                String per,
                LocalDate fromDate,
                String slot);

        @Query(
                """
                update textbook_limit_use set meals = meals + 1, fen = fen + :more
                where counts_on = :countsOn and subject_id = :subjectId
                  and policy_code = :policyCode and per = :per and from_date = :fromDate
                  and slot = :slot
                """)
        void use(
                String countsOn,
                long subjectId,
                String policyCode,
                String per,
                LocalDate fromDate,
                String slot,
                long more);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Facts extends GenericRepository<MealFact, Long> {

        MealFact save(MealFact fact);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Events extends GenericRepository<Event, Long> {

        Event save(Event event);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface EventsDue extends GenericRepository<EventDue, String> {

        EventDue save(EventDue due);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Journals extends GenericRepository<JournalHead, Long> {

        JournalHead save(JournalHead journal);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Postings extends GenericRepository<PostingLine, LocalDate> {

        List<PostingLine> saveAll(List<PostingLine> postings);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Keys extends GenericRepository<KeptAnswer, String> {

        Optional<KeptAnswer> findByCallerAndIdempotencyKey(String caller, String idempotencyKey);

        KeptAnswer save(KeptAnswer answer);
    }
}
