package org.nuancan.delivery.proof;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.delivery.photo.Photos;
import org.nuancan.http.LongWork;
import org.nuancan.http.text.Id;

/// Proofs that meals were handed over. Readable by the carrier and the kitchen, the street and the
/// district of the elder, and auditors.
@LongWork
@Controller("/v1/orders/{orderId}/proof")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "delivery")
class ProofController {

    /// A proof as shown.
    ///
    /// @param photo the hash of the photo, SHA-256; null for other types of proof
    /// @param handedTo who took the meal; null unless it was handed to a relative
    /// @param latitude of the place of the hand-over; null if the phone did not know it
    /// @param at time of the hand-over
    /// @param by the rider
    @Introspected
    record ProofAnswer(
            String orderId,
            ProofType type,
            @Nullable String photo,
            @Nullable String handedTo,
            @Nullable Double latitude,
            @Nullable Double longitude,
            Instant at,
            String by) {}

    private final ProofService desk;
    private final Photos photos;

    ProofController(ProofService desk, Photos photos) {
        this.desk = desk;
        this.photos = photos;
    }

    /// The proof that an order was handed over.
    @Get
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.DISPATCHER,
        Role.AUDITOR
    })
    ProofAnswer one(Id orderId, Caller caller) {
        return desk.one(orderId, caller);
    }

    /// The photo of a proof, as the rider took it: its hash is compared before it is shown.
    @Get("/photo")
    @Produces({"image/jpeg", "image/png"})
    @Secured({
        Role.CITY_ADMIN,
        Role.DISTRICT_OFFICER,
        Role.STREET_OFFICER,
        Role.PROVIDER_MANAGER,
        Role.DISPATCHER,
        Role.AUDITOR
    })
    HttpResponse<byte[]> photo(Id orderId, Caller caller) {
        var photo = photos.read(desk.photo(orderId, caller));
        return HttpResponse.ok(photo)
                .contentType(Photos.type(photo))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff");
    }
}
