package org.nuancan.receipt;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ReceiptRepository extends CrudRepository<ReceiptEntity, Long> {

    /// Amount that a payer has paid.
    @Introspected
    record Paid(String payer, long fen) {}

    /// Amounts received from payers on some days, both ends included.
    ///
    /// @param own limits the result to receipts of the district and to payers in it (either is
    ///   enough); null for all
    @Query(
            """
            select source as payer, sum(fen) as fen
              from money_receipt
             where source_kind = 'PAYER' and received_on between :first and :last
               and (:own is null or district_code = :own or source like concat(:own, '%'))
             group by source
            """)
    List<Paid> paid(LocalDate first, LocalDate last, @Nullable String own);

    /// Unmatched part of a receipt.
    @Introspected
    record Rest(long receiptId, long rest) {}

    Optional<ReceiptEntity> findByDistrictCodeAndReference(String districtCode, String reference);

    /// Receipts of a source that are not completely matched, oldest first.
    @Query(
            """
            select receipt_id, fen - matched_fen as rest
              from money_receipt
             where district_code = :district and source_kind = :kind and source = :source
               and matched_fen < fen
             order by receipt_id
            """)
    List<Rest> unmatched(String district, Source.Kind kind, String source);

    @Query(
            """
            update money_receipt set matched_fen = matched_fen + :fen
             where receipt_id = :receiptId
            """)
    void match(long receiptId, long fen);

    /// The receipts with smaller ids, in descending order of their ids.
    ///
    /// @param district null for all
    @Query(
            """
            select * from money_receipt
             where receipt_id < :before and (:district is null or district_code = :district)
             order by receipt_id desc
             limit :most
            """)
    List<ReceiptEntity> list(@Nullable String district, long before, int most);
}
