package org.nuancan.delivery.ride;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.nuancan.access.Caller;
import org.nuancan.db.DatabaseFailure;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.RunStore;
import org.nuancan.delivery.photo.PhotoEntity;
import org.nuancan.delivery.photo.Photos;
import org.nuancan.delivery.photo.Pictures;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.PreorderState;
import org.nuancan.ordering.progress.Preorders;

/// Stores photos of hand-overs. Each photo counts for one order of the rider's run, and only after
/// the run left.
@Singleton
final class StopPhotos {

    private static final int MOST_BYTES = 5_000_000;
    private static final int MOST_OF_AN_ORDER = 10;
    private static final int DECODED_AT_ONCE = 2;
    private static final int SECONDS_WAITED = 5;

    private final Transactions transactions;
    private final RunStore runs;
    private final Preorders orders;
    private final Photos photos;
    private final Clock clock;
    private final Semaphore decoders = new Semaphore(DECODED_AT_ONCE, true);

    StopPhotos(
            Transactions transactions,
            RunStore runs,
            Preorders orders,
            Photos photos,
            Clock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.orders = orders;
        this.photos = photos;
        this.clock = clock;
    }

    /// Facts about a photo.
    private record Shot(long orderId, String photo, String picture, int bytes, String rider) {

        PhotoEntity taken(Instant at) {
            return new PhotoEntity(photo, orderId, picture, rider, bytes, at);
        }
    }

    /// Stores a photo for an order; storing the same photo for the same order again changes
    /// nothing.
    ///
    /// @return its hash, to be sent as the value of the proof
    /// @throws ProblemException `PAYLOAD_TOO_LARGE`; `PHOTO_UNREADABLE` for a file that cannot be
    ///   decoded; `NOT_FOUND` for an order on none of the rider's runs; `RUN_NOT_LEFT`;
    ///   `ORDER_STATE_REFUSED` for an order that was handed over or cancelled; `PHOTO_USED` if
    ///   another order has it; `UNUSABLE` for the eleventh photo
    String take(Id orderId, byte[] photo, Caller caller) {
        if (photo.length > MOST_BYTES) {
            throw ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        var shot =
                new Shot(
                        orderId.value(),
                        Photos.hash(photo),
                        picture(photo),
                        photo.length,
                        caller.username());
        if (transactions.inOne(_ -> mustFit(shot))) {
            return shot.photo();
        }
        photos.keep(shot.photo(), photo);
        return written(shot);
    }

    /// Limits concurrent decoding: a picture takes up to a second of a core.
    private String picture(byte[] photo) {
        try {
            if (!decoders.tryAcquire(SECONDS_WAITED, TimeUnit.SECONDS)) {
                throw ProblemException.of(ProblemCode.BUSY);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(ProblemCode.BUSY);
        }
        try {
            return Pictures.hash(photo)
                    .orElseThrow(() -> ProblemException.of(ProblemCode.PHOTO_UNREADABLE));
        } finally {
            decoders.release();
        }
    }

    /// @return whether the order already has the photo
    private boolean mustFit(Shot shot) {
        var runId =
                runs.ofOrder(shot.orderId())
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var run =
                runs.lock(runId)
                        .filter(found ->
                                runs.isRiddenBy(found, shot.rider(), found.times().createdAt()))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        var known = photos.of(shot.photo(), shot.picture());
        if (known.stream().anyMatch(orderId -> orderId != shot.orderId())) {
            throw ProblemException.of(ProblemCode.PHOTO_USED);
        }
        if (!known.isEmpty()) {
            return true;
        }
        if (run.times().departedAt().isEmpty()) {
            throw ProblemException.of(ProblemCode.RUN_NOT_LEFT);
        }
        var state = orders.find(shot.orderId()).orElseThrow().state();
        if (!state.isOpen() && state != PreorderState.FAILED) {
            throw ProblemException.of(ProblemCode.ORDER_STATE_REFUSED);
        }
        if (photos.count(shot.orderId()) >= MOST_OF_AN_ORDER) {
            throw ProblemException.of(ProblemCode.UNUSABLE);
        }
        return false;
    }

    private String written(Shot shot) {
        try {
            return transactions.inOne(_ -> {
                if (!mustFit(shot)) {
                    photos.insert(shot.taken(clock.instant()));
                }
                return shot.photo();
            });
        } catch (DatabaseFailure failure) {
            if (failure.kind() == DatabaseFailure.Kind.DUPLICATE) {
                throw ProblemException.of(ProblemCode.PHOTO_USED);
            }
            throw failure;
        }
    }
}
