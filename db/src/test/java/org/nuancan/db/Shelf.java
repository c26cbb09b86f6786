package org.nuancan.db;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table for tests, with a column of each type that the product uses.
final class Shelf {

    static final String TABLE =
            """
            create table jar (
                shelf     bigint       not null,
                label     varchar(64)  character set ascii collate ascii_bin not null,
                kind      varchar(10)  character set ascii collate ascii_bin not null,
                sealed    boolean      not null,
                filled_on date         not null,
                filled_at datetime(6)  not null,
                opened_at datetime(6)  null,
                words     longtext     not null,
                grams     bigint       null,
                version   int          not null,
                primary key (shelf, label),
                constraint jar_filled_at unique (shelf, filled_at),
                constraint jar_grams check (grams > 0)
            ) engine = InnoDB default charset = utf8mb4
            """;

    private Shelf() {}

    enum Kind {
        JAM,
        PICKLE
    }

    @Embeddable
    record JarId(@MappedProperty("shelf") long shelf, @MappedProperty("label") String label) {}

    @MappedEntity("jar")
    record Jar(
            @EmbeddedId JarId id,
            Kind kind,
            boolean sealed,
            LocalDate filledOn,
            @UtcMicros Instant filledAt,
            @UtcMicros @Nullable Instant openedAt,
            @TextLines List<String> words,
            @Nullable Long grams,
            @Version int version) {}

    /// Some columns of a jar.
    @MappedEntity("jar")
    record Filling(String label, @UtcMicros Instant filledAt, LocalDate filledOn, Kind kind) {}

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface JarRepository extends CrudRepository<Jar, JarId> {

        List<Jar> findByIdShelfOrderByIdLabel(long shelf);

        List<Jar> findByIdShelfAndFilledAtLessThanEquals(long shelf, Instant at);

        @Query(
                """
                select label, filled_at, filled_on, kind
                  from jar
                 where shelf = :shelf and filled_at = :at and kind in (:kinds)
                   and filled_on = :on
                """)
        List<Filling> filled(long shelf, @UtcMicros Instant at, List<Kind> kinds, LocalDate on);

        @Query("update jar set grams = :grams where shelf = :shelf and label = :label")
        int weigh(long shelf, String label, long grams);

        @Query("select count(*) from jar where shelf = :shelf and label in (:labels)")
        long count(long shelf, List<String> labels);

        long deleteByIdShelf(long shelf);
    }
}
