package org.nuancan.bench.textbook;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The tables as records of Micronaut Data. A key of several columns has only its first column as
/// id, since no row is found by its key or updated.
final class Entities {

    private Entities() {}

    @MappedEntity("card")
    record Card(@Id long cardId, String cardNumber, long elderId, @Nullable LocalDate validTo) {}

    @MappedEntity("elder")
    record Elder(
            @Id long elderId,
            String maskedName,
            LocalDate birthDate,
            String districtCode,
            String diet,
            String allergens) {}

    @MappedEntity("elder_standing")
    record Standing(
            @Id long elderId,
            LocalDate validFrom,
            String householdKind,
            String householdDivision,
            String residenceDivision,
            int careGrade) {}

    @MappedEntity("elder_category")
    record HeldCategory(
            @Id long categoryId,
            long elderId,
            String category,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate endedOn) {}

    @MappedEntity("elder_stay")
    record ElderStay(
            @Id long stayId, long elderId, LocalDate validFrom, @Nullable LocalDate validTo) {}

    @MappedEntity("elder_status")
    record Status(@Id long elderId, int number, LocalDate validFrom, String status) {}

    @MappedEntity("site")
    record Site(
            @Id long siteId,
            long providerId,
            String districtCode,
            String division,
            String name,
            String type,
            int grade,
            LocalDate listedFrom,
            @Nullable LocalDate listedTo,
            int seats,
            int dailyCapacity,
            int latitudeMicro,
            int longitudeMicro) {}

    @MappedEntity("meal_fact")
    record MealFact(
            @Id long orderId,
            LocalDate bookingDate,
            LocalDate serviceDate,
            String slot,
            String districtCode,
            String streetCode,
            long providerId,
            long siteId,
            String terminal,
            @Nullable Long elderId,
            @Nullable String cardHash,
            String entered,
            int offline,
            int dineIn,
            Instant happenedAt,
            Instant recordedAt,
            long billFen,
            long grantedFen,
            long excessFen,
            int seats,
            int dailyCapacity,
            int latitudeMicro,
            int longitudeMicro,
            int listed) {}

    @MappedEntity("event_outbox")
    record Event(
            @Id long eventId,
            String type,
            long orderId,
            long siteId,
            long providerId,
            String division,
            String content,
            Instant happenedAt,
            Instant writtenAt) {}

    @MappedEntity("event_due")
    record EventDue(@Id String reader, long eventId) {}

    @MappedEntity("price")
    record Price(
            @Id long listId,
            String sku,
            String name,
            long priceFen,
            boolean subsidisable,
            boolean openPrice) {}

    @MappedEntity("meal_order")
    record MealOrder(
            @Id long orderId,
            String districtCode,
            @Nullable Long elderId,
            long siteId,
            long providerId,
            String terminal,
            String origin,
            LocalDate serviceDate,
            String slot,
            String fulfilment,
            Instant happenedAt,
            LocalDate bookingDate,
            long grossFen,
            long billFen,
            long elderPaysFen,
            long roundingFen,
            long excessFen,
            long refundedBillFen,
            long refundedOtherFen,
            int counts,
            @Nullable String shiftId,
            @Nullable Long sequence) {}

    @MappedEntity("order_item")
    record OrderItem(
            @Id long orderId,
            int line,
            String sku,
            String name,
            int quantity,
            long unitPriceFen,
            boolean subsidisable,
            int refundedQuantity) {}

    @MappedEntity("order_tender")
    record OrderTender(
            @Id long orderId,
            int line,
            String type,
            long fen,
            @Nullable String reference,
            long refundedFen) {}

    @MappedEntity("tender_reference")
    record TenderReference(@Id String type, String reference, long orderId) {}

    @MappedEntity("order_grant")
    record OrderGrant(
            @Id long orderId,
            int line,
            long elderId,
            long siteId,
            long providerId,
            String policyCode,
            int policyVersion,
            String side,
            LocalDate serviceDate,
            String slot,
            long fen,
            long refundedFen,
            int counts) {}

    @MappedEntity("textbook_limit_use")
    record LimitUse(
            @Id String countsOn,
            long subjectId,
            String policyCode,
            String per,
            LocalDate fromDate,
            String slot,
            long meals,
            long fen) {}

    @MappedEntity("journal")
    record JournalHead(
            @Id long journalId,
            String kind,
            String causeKind,
            long causeId,
            @Nullable Long orderId,
            @Nullable Long siteId,
            String districtCode,
            String payingDistrict,
            LocalDate serviceDate,
            LocalDate bookingDate,
            Instant happenedAt,
            @Nullable String refusals) {}

    @MappedEntity("posting")
    record PostingLine(
            @Id LocalDate bookingDate,
            long providerId,
            long journalId,
            int line,
            String accountKind,
            String accountOwner,
            long fen,
            @Nullable String policyCode,
            @Nullable Integer policyVersion,
            @Nullable String policySide,
            @Nullable String reason,
            @Nullable Integer mirrors,
            String districtCode,
            String payingDistrict) {}

    @MappedEntity("idempotency_key")
    record KeptAnswer(
            @Id String caller,
            String idempotencyKey,
            String fingerprint,
            int status,
            String answer,
            Instant keptAt) {}
}
