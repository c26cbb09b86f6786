package org.nuancan.elder.file;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Elders with their sealed personal fields, found by id or by keyed hash.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ElderRepository extends CrudRepository<ElderEntity, Long> {

    /// The hash of an ID number that is registered.
    @Introspected
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record KnownIdNumber(byte[] idNumberIndex) {}

    /// As [#findById], with the row locked until the transaction ends.
    @Query("select * from elder where elder_id = :elderId for update")
    Optional<ElderEntity> lock(long elderId);

    @Query("select * from elder where elder_id in (:elderIds) order by elder_id")
    List<ElderEntity> list(Collection<Long> elderIds);

    /// Elders without what is sealed, in the order of their ids.
    @Query(
            """
            select elder_id, changes, masked_name, birth_date, diet, allergens
              from elder
             where elder_id in (:elderIds)
             order by elder_id
            """)
    List<SeatedElder> seated(Collection<Long> elderIds);

    /// The next elders after one, in the order of their ids.
    @Query("select elder_id from elder where elder_id > :after order by elder_id limit :most")
    List<Long> after(long after, int most);

    /// As [#after], for the elders of a home district.
    @Query(
            """
            select elder_id from elder
             where district_code = :districtCode and elder_id > :after
             order by elder_id
             limit :most
            """)
    List<Long> ofDistrict(String districtCode, long after, int most);

    /// Which of these hashes of ID numbers are registered.
    List<KnownIdNumber> findByIdNumberIndexIn(Collection<byte[]> indexes);

    @Query("select elder_id from elder where id_number_index = :index")
    Optional<Long> withIdNumber(byte[] index);

    @Query(
            """
            select elder_id from elder
             where name_index = :index and elder_id > :after
             order by elder_id
            """)
    List<Long> withName(byte[] index, long after);

    @Query(
            """
            select elder_id from elder
             where phone_index = :index and elder_id > :after
             order by elder_id
            """)
    List<Long> withPhone(byte[] index, long after);

    void updateByElderId(
            long elderId,
            byte[] sealedPerson,
            String maskedName,
            byte[] nameIndex,
            @jakarta.annotation.Nullable byte @Nullable [] phoneIndex);

    @Query("update elder set district_code = :districtCode where elder_id = :elderId")
    void moveTo(long elderId, String districtCode);

    /// @param words a word a line
    @Query("update elder set diet = :words where elder_id = :elderId")
    void putDiet(long elderId, String words);

    /// @param words a word a line
    @Query("update elder set allergens = :words where elder_id = :elderId")
    void putAllergens(long elderId, String words);

    /// Counts a PATCH.
    @Query("update elder set version = version + 1 where elder_id = :elderId")
    void nextVersion(long elderId);

    /// Counts changes up to this one.
    @Query("update elder set changes = :number where elder_id = :elderId")
    void countChanges(long elderId, int number);
}
