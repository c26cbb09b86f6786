package org.nuancan.delivery.proof;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.delivery.photo.Photos;
import org.nuancan.elder.Presented;
import org.nuancan.elder.lookup.Credential;
import org.nuancan.elder.lookup.Credentials;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.ordering.Preorder;
import org.nuancan.provider.site.Place;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;
import org.nuancan.text.TextRule;

/// Checks and stores the proofs that riders send for hand-overs.
@Singleton
public final class Proofs implements SealedColumns {

    /// Result of checking a proof.
    public sealed interface Verdict {

        /// The proof is valid.
        ///
        /// @param codeId the one-time code to mark as used
        record Good(Optional<Long> codeId) implements Verdict {}

        /// The proof is not valid.
        record Bad(ProblemCode why) implements Verdict {}
    }

    private static final int PIN_TRIES = 5;
    private static final SealedColumn KIN =
            SealedColumn.of("delivery-kin", "delivery_proof", "sealed_value", "order_id");

    private final Files files;
    private final Photos photos;
    private final Credentials credentials;
    private final Secrets secrets;

    /// Repositories of proofs.
    @Singleton
    record Files(ProofRepository proofs, WrongPinRepository wrongPins) {}

    Proofs(Files files, Photos photos, Credentials credentials, Secrets secrets) {
        this.files = files;
        this.photos = photos;
        this.credentials = credentials;
        this.secrets = secrets;
    }

    /// Checks a proof; a wrong PIN is counted.
    public Verdict check(Preorder order, Delivered delivered, String rider, Instant at) {
        var value = delivered.proof().value();
        return switch (delivered.proof().type()) {
            case CARD -> credential(order, Credential.Type.CARD, value, rider, at);
            case CODE -> credential(order, Credential.Type.CODE, value, rider, at);
            case PIN -> pin(order, value);
            case PHOTO ->
                    photos.isOf(value, order.orderId())
                            ? new Verdict.Good(Optional.empty())
                            : new Verdict.Bad(ProblemCode.PROOF_REFUSED);
            case HANDED_TO_KIN -> new Verdict.Good(Optional.empty());
        };
    }

    private Verdict credential(
            Preorder order, Credential.Type type, String value, String rider, Instant at) {
        var shown = credentials.check(Credential.of(type, value), rider, at);
        return switch (shown) {
            case Presented.Unusable(var reason) ->
                    new Verdict.Bad(ProblemCode.valueOf(reason.name()));
            case Presented.Usable usable ->
                    usable.elderId() == order.eater().elderId()
                            ? new Verdict.Good(usable.codeId())
                            : new Verdict.Bad(ProblemCode.CREDENTIAL_OF_ANOTHER);
        };
    }

    private Verdict pin(Preorder order, String value) {
        var wrong = files.wrongPins().findById(order.orderId()).map(WrongPinEntity::tries);
        if (wrong.filter(tries -> tries >= PIN_TRIES).isPresent()) {
            return new Verdict.Bad(ProblemCode.PIN_LOCKED);
        }
        // Compares in constant time, so that the duration reveals nothing about the PIN.
        if (MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8),
                order.pin().getBytes(StandardCharsets.UTF_8))) {
            return new Verdict.Good(Optional.empty());
        }
        files.wrongPins().count(order.orderId());
        return new Verdict.Bad(ProblemCode.PROOF_REFUSED);
    }

    /// Stores a valid proof.
    ///
    /// @return false if its one-time code was used in the meantime
    public boolean keep(Preorder order, Delivered delivered, Verdict.Good good, String rider) {
        var at = delivered.at();
        var codeId = good.codeId();
        if (codeId.isPresent() && !redeem(codeId.get(), order, rider, at)) {
            return false;
        }
        var place = delivered.place();
        var _ =
                files.proofs()
                        .save(
                                new ProofEntity(
                                        order.orderId(),
                                        delivered.proof().type(),
                                        photo(delivered),
                                        kin(order.orderId(), delivered),
                                        place.map(Place::latitudeMicro).orElse(null),
                                        place.map(Place::longitudeMicro).orElse(null),
                                        at,
                                        rider));
        return true;
    }

    private boolean redeem(long codeId, Preorder order, String rider, Instant at) {
        return credentials.redeem(codeId, order.orderId(), rider, at);
    }

    private static @Nullable String photo(Delivered delivered) {
        var proof = delivered.proof();
        return proof.type() == ProofType.PHOTO ? proof.value() : null;
    }

    /// The first 100 characters, so that the encrypted text fits into the column.
    private @Nullable String kin(long orderId, Delivered delivered) {
        var proof = delivered.proof();
        if (proof.type() != ProofType.HANDED_TO_KIN) {
            return null;
        }
        var text = TextRule.cut(TextRule.fold(proof.value()), 100);
        return secrets.seal(KIN, text, orderId);
    }

    /// A stored proof.
    ///
    /// @param photo the hash of the photo
    /// @param handedTo who took the meal for the elder
    record Kept(
            ProofType type,
            Optional<String> photo,
            Optional<String> handedTo,
            Optional<Place> place,
            Instant at,
            String by) {}

    /// The proof of an order that was handed over at a door.
    Optional<Kept> find(long orderId) {
        return files.proofs().findById(orderId).map(this::kept);
    }

    private Kept kept(ProofEntity proof) {
        var sealed = Optional.ofNullable(proof.sealedValue());
        return new Kept(
                proof.type(),
                Optional.ofNullable(proof.photo()),
                sealed.map(value -> secrets.open(KIN, value, proof.orderId())),
                proof.place(),
                proof.provenAt(),
                proof.provenBy());
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(KIN);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}
