package org.nuancan.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nuancan.db.UtcMicros;

/// Reads and deletes events; [Events] writes them together with the statements of the business
/// operation.
@JdbcRepository(dialect = Dialect.MYSQL)
interface EventRepository extends GenericRepository<EventEntity, Long> {

    /// Locks a reader's turn; empty while another node holds it.
    @Query("select reader from event_turn where reader = :reader for update skip locked")
    Optional<String> lockTurn(Reader reader);

    /// The oldest events that a reader has not processed yet.
    @Query(
            """
            select o.*
              from event_due d
              join event_outbox o on o.event_id = d.event_id
             where d.reader = :reader
             order by d.event_id
             limit :most
            """)
    List<EventEntity> listDue(Reader reader, int most);

    @Query("delete from event_due where reader = :reader and event_id in (:eventIds)")
    void removeDue(Reader reader, List<Long> eventIds);

    /// Older events that all readers have processed.
    @Query(
            """
            select o.event_id
              from event_outbox o
             where o.written_at < :before
               and not exists (select d.event_id from event_due d where d.event_id = o.event_id)
             order by o.written_at
             limit :most
            """)
    List<Long> listTold(@UtcMicros Instant before, int most);

    @Query("delete from event_outbox where event_id in (:eventIds)")
    int remove(List<Long> eventIds);
}
