package org.nuancan.delivery;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.http.Id;
import org.nuancan.http.IdempotencyKey;
import org.nuancan.http.Identifier;
import org.nuancan.http.LongWork;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.http.ProblemException.Fault;
import org.nuancan.http.Verbatim;
import org.nuancan.ledger.TenderType;
import org.nuancan.money.Fen;
import org.nuancan.order.Tender;
import org.nuancan.preorder.FailureReason;
import org.nuancan.preorder.PreorderState;
import org.nuancan.provider.Place;
import org.nuancan.text.TextFault;
import org.nuancan.text.TextReading;
import org.nuancan.text.TextRule;

/// The rider's current run. The calls are short and may arrive twice, late or out of order.
@LongWork
@Controller("/v1/rider")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "delivery")
class RiderController {

    private static final String PRINTED = "\\P{Cntrl}*";

    /// Report that the rider left.
    ///
    /// @param runId the run; if left out, the current one
    /// @param at time of departure; if left out, now
    @Introspected
    record Departure(@Nullable Id runId, @Nullable Instant at) {}

    /// Proof that a meal was handed over.
    ///
    /// @param value a card number, the text of a code, the order's PIN, a photo's hash, or the name
    ///   of the person who took the meal
    @Introspected
    record ProofBody(
            @NotNull ProofType type,
            @NotNull @Verbatim @Size(min = 1, max = 512) @Pattern(regexp = PRINTED) String value) {

        /// Checks the name of the person who took the meal by the rule for free text, because it is
        /// shown to others. Other proofs are only compared.
        private Optional<TextFault> fault() {
            return type == ProofType.HANDED_TO_KIN
                            && TextRule.words(512).read(value)
                                    instanceof TextReading.Refused refused
                    ? Optional.of(refused.fault())
                    : Optional.empty();
        }

        /// Leaves out the value: it may be a card's number or a person's name.
        @Override
        public String toString() {
            return type + "[…]";
        }
    }

    /// Amount paid at the door by one tender.
    @Introspected
    record TenderBody(
            @NotNull TenderType type,
            @NotNull @Min(1) @Max(1_000_000_000) Long amountFen,
            @Nullable @Identifier @Size(min = 1, max = 64) @Pattern(regexp = PRINTED)
                    String reference) {

        Tender tender() {
            return new Tender(type, Fen.of(amountFen), Optional.ofNullable(reference));
        }
    }

    /// Report that a meal was handed over.
    ///
    /// @param tenders as at the till; none if nothing is to pay
    /// @param latitude of the place, if the phone knows it
    /// @param at time of the hand-over; a time in the future counts as now
    @Introspected
    record Delivered(
            @NotNull @Valid ProofBody proof,
            @NotNull @Size(max = 20) List<@NotNull @Valid TenderBody> tenders,
            @Nullable @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
            @Nullable @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
            @NotNull Instant at) {

        /// The same report with a time that is not after the server's.
        Delivered notAfter(Instant now) {
            return at.isAfter(now) ? new Delivered(proof, tenders, latitude, longitude, now) : this;
        }

        Optional<Place> place() {
            var north = latitude;
            var east = longitude;
            return north == null || east == null
                    ? Optional.empty()
                    : Optional.of(Place.of(north.doubleValue(), east.doubleValue()));
        }
    }

    /// Report that a meal was not handed over.
    ///
    /// @param reason `NO_ANSWER`, `REFUSED`, `WRONG_ADDRESS`, `UNSAFE`, `OTHER`
    @Introspected
    record Failed(
            @NotNull FailureReason reason,
            @Nullable @Size(max = 200) @Pattern(regexp = PRINTED) String note,
            @NotNull Instant at) {}

    /// A position of the rider.
    @Introspected
    record PositionBody(
            @NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude,
            @NotNull Instant at) {

        Place place() {
            return Place.of(latitude.doubleValue(), longitude.doubleValue());
        }
    }

    /// Positions of the rider at several instants.
    @Introspected
    record PositionsBody(@NotEmpty @Size(max = 500) List<@NotNull @Valid PositionBody> positions) {}

    /// Number of positions stored: those from the time of the run.
    @Introspected
    record PositionsKept(int kept) {}

    /// The state of an order after a stop.
    @Introspected
    record StopDone(String orderId, PreorderState state, @Nullable FailureReason failureReason) {}

    /// @param photo the photo's hash, to be sent as the value of the proof
    @Introspected
    record PhotoAnswer(String photo) {}

    private final RideService ride;
    private final Positions positions;
    private final StopPhotos photos;

    RiderController(RideService ride, Positions positions, StopPhotos photos) {
        this.ride = ride;
        this.positions = positions;
        this.photos = photos;
    }

    /// The run that has left, else the next of today, else the last of today. 404 if the caller has
    /// no run.
    @Get("/run")
    @Secured({Role.RIDER, Role.AUDITOR})
    RunAnswer run(Caller caller) {
        return ride.run(caller);
    }

    /// Leaves the kitchen with all orders of the run. Refused with 422 `MEAL_TOO_OLD` if a meal was
    /// cooked more than two hours ago and was not kept hot.
    @Post("/run/depart")
    @Status(HttpStatus.OK)
    @Secured(Role.RIDER)
    RunAnswer depart(@Nullable @Body @Valid Departure departure, Caller caller) {
        return ride.depart(departure == null ? new Departure(null, null) : departure, caller);
    }

    /// Hands a meal over: captures the order.
    @Post("/stops/{orderId}/deliver")
    @Secured(Role.RIDER)
    @ApiResponse(
            responseCode = "200",
            description = "Handed over, now or before.",
            useReturnTypeSchema = true)
    HttpResponse<StopDone> deliver(
            IdempotencyKey key, Id orderId, @Body @Valid Delivered delivered, Caller caller) {
        delivered
                .proof()
                .fault()
                .ifPresent(fault -> {
                    throw ProblemException.of(
                            ProblemCode.REQUEST_INVALID,
                            List.of(
                                    new Fault(
                                            "/proof/value",
                                            fault.name(),
                                            "请只写取餐人姓名，不得写入公民身份号码"
                                                    + " / write the name of the person only, no ID"
                                                    + " number")));
                });
        return ride.deliver(key, orderId, delivered, caller);
    }

    /// Reports that a meal was not handed over: limits and portions are released, and the elder
    /// pays nothing. `NO_ANSWER` raises a welfare alert at once.
    @Post("/stops/{orderId}/fail")
    @Secured(Role.RIDER)
    @ApiResponse(
            responseCode = "200",
            description = "Failed, now or before, or handed over.",
            useReturnTypeSchema = true)
    HttpResponse<StopDone> fail(
            IdempotencyKey key, Id orderId, @Body @Valid Failed failed, Caller caller) {
        if (!failed.reason().isAtTheDoor()) {
            throw ProblemException.of(
                    ProblemCode.REQUEST_INVALID,
                    List.of(new Fault("/reason", "VALUE", "不是门口的原因 / not a reason at the door")));
        }
        return ride.fail(key, orderId, failed, caller);
    }

    /// Stores positions of the rider; only those from the time of the current run are kept.
    @Post("/positions")
    @Status(HttpStatus.OK)
    @Secured(Role.RIDER)
    PositionsKept positions(@Body @Valid PositionsBody body, Caller caller) {
        return new PositionsKept(positions.keep(caller.username(), body.positions()));
    }

    /// Stores a photo as proof for one order, JPEG or PNG, up to 5 MB, after its run has left. A
    /// photo counts for one order only: 422 `PHOTO_USED` if another order has it or one with the
    /// same pixels.
    @Post("/stops/{orderId}/photos")
    @Status(HttpStatus.CREATED)
    @Consumes({"image/jpeg", "image/png"})
    @Secured(Role.RIDER)
    PhotoAnswer photo(Id orderId, @Body byte[] photo, Caller caller) {
        return new PhotoAnswer(photos.take(orderId, photo, caller));
    }
}
