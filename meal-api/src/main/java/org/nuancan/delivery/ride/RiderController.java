package org.nuancan.delivery.ride;

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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.delivery.RunAnswer;
import org.nuancan.delivery.position.PositionBody;
import org.nuancan.delivery.position.Positions;
import org.nuancan.delivery.proof.Delivered;
import org.nuancan.http.LongWork;
import org.nuancan.http.idempotency.IdempotencyKey;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.FailureReason;
import org.nuancan.ordering.PreorderState;

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

    /// Report that a meal was not handed over.
    ///
    /// @param reason `NO_ANSWER`, `REFUSED`, `WRONG_ADDRESS`, `UNSAFE`, `OTHER`
    @Introspected
    record Failed(
            @NotNull FailureReason reason,
            @Nullable @Size(max = 200) @Pattern(regexp = PRINTED) String note,
            @NotNull Instant at) {}

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
