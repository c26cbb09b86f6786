package org.nuancan.ordering.loss;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.nuancan.ledger.posting.Bearer;
import org.nuancan.ordering.FailureReason;
import org.nuancan.sale.GapReason;
import org.nuancan.sale.Sale.Borne;

/// Finds who bears the amount that an elder does not pay on a service date, in the current
/// transaction.
@Singleton
public final class LossBearers {

    public static final String KITCHEN = "KITCHEN";
    public static final String DELIVERER = "DELIVERER";
    static final String NOBODY = "NOBODY";

    private static final int CITY_DIGITS = 2;
    private static final int DISTRICT_DIGITS = 6;

    private final LossBearerRepository repository;

    LossBearers(LossBearerRepository repository) {
        this.repository = repository;
    }

    /// The bearers of gaps on a service date.
    ///
    /// @param division the site's division, 9 digits
    public Map<GapReason, Borne> ofGaps(LocalDate date, String division) {
        var bearers = new EnumMap<GapReason, Borne>(GapReason.class);
        for (var reason : GapReason.values()) {
            of(LossReason.valueOf(reason.name()), date, division)
                    .ifPresent(one -> bearers.put(reason, one));
        }
        return bearers;
    }

    /// The bearer of a meal that was cooked and failed; empty if nothing is booked.
    Optional<Borne> of(FailureReason reason, LocalDate date, String division) {
        return of(LossReason.valueOf(reason.name()), date, division);
    }

    private Optional<Borne> of(LossReason reason, LocalDate date, String division) {
        return repository
                .findInForce(reason, date)
                .filter(found -> !found.bearer().equals(NOBODY))
                .map(found -> new Borne(found.id().version(), bearer(found.bearer(), division)));
    }

    static Bearer bearer(String text, String division) {
        return switch (text) {
            case KITCHEN -> new Bearer.Kitchen();
            case DELIVERER -> new Bearer.Deliverer();
            case "STREET" -> new Bearer.Payer(division);
            case "DISTRICT" -> new Bearer.Payer(division.substring(0, DISTRICT_DIGITS));
            case "CITY" -> new Bearer.Payer(division.substring(0, CITY_DIGITS));
            default -> new Bearer.Payer(text);
        };
    }
}
