package org.nuancan.delivery.proof;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import org.nuancan.access.Caller;
import org.nuancan.access.Role;
import org.nuancan.access.Scope;
import org.nuancan.delivery.photo.Photos;
import org.nuancan.delivery.proof.ProofController.ProofAnswer;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Id;
import org.nuancan.ordering.Preorder;
import org.nuancan.ordering.progress.Preorders;
import org.nuancan.provider.site.Place;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Reads proofs for callers who may see the order.
@Singleton
class ProofService {

    private final Preorders orders;
    private final Sites sites;
    private final Proofs proofs;
    private final Photos photos;

    ProofService(Preorders orders, Sites sites, Proofs proofs, Photos photos) {
        this.orders = orders;
        this.sites = sites;
        this.proofs = proofs;
        this.photos = photos;
    }

    /// @throws ProblemException `NOT_FOUND` if there is none, or the order is not the caller's
    @ReadOnly
    ProofAnswer one(Id orderId, Caller caller) {
        return answer(orderId, proof(orderId, caller));
    }

    /// The hash of the photo that is the proof.
    ///
    /// @throws ProblemException `NOT_FOUND` as for [#one], for a proof without a photo, or if the
    ///   photo was deleted after its time
    @ReadOnly
    String photo(Id orderId, Caller caller) {
        return proof(orderId, caller)
                .photo()
                .filter(photos::isKept)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Proofs.Kept proof(Id orderId, Caller caller) {
        return orders.find(orderId.value())
                .filter(order -> isSeenBy(order, caller))
                .flatMap(_ -> proofs.find(orderId.value()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    /// The area is that of the elder or of the kitchen. The provider is the one that cooked or the
    /// one that delivered; a dispatcher only sees orders that the provider delivered.
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
