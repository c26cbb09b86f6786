package org.nuancan.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.db.Transactions;
import org.nuancan.delivery.ProofController.ProofAnswer;
import org.nuancan.http.Id;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;
import org.nuancan.preorder.Preorder;
import org.nuancan.preorder.Preorders;
import org.nuancan.provider.Place;
import org.nuancan.provider.SiteOnFile;
import org.nuancan.provider.Sites;

/// Proofs, for those whom the order concerns.
@Singleton
final class ProofDesk {

    private final Transactions transactions;
    private final Preorders preorders;
    private final Sites sites;
    private final Proofs proofs;
    private final Photos photos;

    ProofDesk(
            Transactions transactions,
            Preorders preorders,
            Sites sites,
            Proofs proofs,
            Photos photos) {
        this.transactions = transactions;
        this.preorders = preorders;
        this.sites = sites;
        this.proofs = proofs;
        this.photos = photos;
    }

    /// @throws ProblemException `NOT_FOUND` if there is none, or the order is not the caller's
    ProofAnswer one(Id orderId, Caller caller) {
        return answer(orderId, proof(orderId, caller));
    }

    /// @throws ProblemException `NOT_FOUND` likewise, for a proof without a photo, or if the photo
    ///   was deleted after its time; `PHOTO_LOST` if it is not there or not as it was taken
    byte[] photo(Id orderId, Caller caller) {
        var hash =
                proof(orderId, caller)
                        .photo()
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (!transactions.reading(connection -> photos.isKept(connection, hash))) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return photos.read(hash);
    }

    private Proofs.Kept proof(Id orderId, Caller caller) {
        return transactions
                .reading(connection -> find(connection, orderId, caller))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Optional<Proofs.Kept> find(Connection connection, Id orderId, Caller caller)
            throws SQLException {
        var order = preorders.find(connection, orderId.value());
        return order.isPresent() && isSeenBy(order.get(), caller)
                ? proofs.find(orderId.value())
                : Optional.empty();
    }

    /// The area is that of the elder or of the kitchen; of the providers, who cooked and who
    /// carried, a dispatcher only as the latter.
    private boolean isSeenBy(Preorder order, Caller caller) {
        var where = order.where();
        return switch (caller.scope()) {
            case Scope.City() -> true;
            case Scope.District _, Scope.Street _ ->
                    caller.covers(order.eater().household())
                            || caller.covers(order.eater().residence())
                            || sites.find(where.siteId())
                                    .map(SiteOnFile::division)
                                    .filter(caller::covers)
                                    .isPresent();
            case Scope.OfProvider(var id, _) ->
                    where.deliveryProviderId().orElse(where.providerId()) == id
                            || (where.providerId() == id && !caller.is(Role.DISPATCHER));
            case Scope.OfSite _ -> false;
        };
    }

    private static ProofAnswer answer(Id orderId, Proofs.Kept kept) {
        return new ProofAnswer(
                orderId.text(),
                kept.type(),
                kept.photo().orElse(null),
                kept.handedTo().orElse(null),
                kept.place().map(Place::latitude).orElse(null),
                kept.place().map(Place::longitude).orElse(null),
                kept.at(),
                kept.by());
    }
}
