package org.nuancan.bench.textbook;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.nuancan.bench.textbook.Entities.MealFact;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.quote.Grant;

/// Stores facts for the platform's checks.
@Singleton
class Checked {

    private static final byte[] KEY = "textbook".getBytes(StandardCharsets.UTF_8);

    private final Repositories.Facts facts;

    Checked(Repositories.Facts facts) {
        this.facts = facts;
    }

    void keep(Orders.Kept kept, CheckoutBody body) {
        var site = kept.site();
        var _ =
                facts.save(
                        new MealFact(
                                kept.orderId(),
                                kept.bookingDate(),
                                kept.today(),
                                body.slot().name(),
                                site.districtCode(),
                                site.division(),
                                site.providerId(),
                                site.siteId(),
                                kept.terminal(),
                                kept.elderId().orElse(null),
                                Optional.ofNullable(body.credential())
                                        .map(card -> hash(card.value()))
                                        .orElse(null),
                                kept.elderId().isPresent() ? "CARD" : "NOBODY",
                                0,
                                body.way() == Fulfilment.DINE_IN ? 1 : 0,
                                kept.at(),
                                kept.at(),
                                kept.quote().billFen().value(),
                                Fen.sum(kept.quote().grants().stream().map(Grant::fen).toList())
                                        .value(),
                                0,
                                site.seats(),
                                site.dailyCapacity(),
                                site.latitudeMicro(),
                                site.longitudeMicro(),
                                1));
    }

    private static String hash(String card) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(card.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
