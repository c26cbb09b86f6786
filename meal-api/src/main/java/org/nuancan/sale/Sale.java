package org.nuancan.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.check.EatenMeal;
import org.nuancan.check.Entered;
import org.nuancan.ledger.posting.Bearer;
import org.nuancan.ledger.posting.Parties;
import org.nuancan.money.Fen;
import org.nuancan.policy.fact.Fulfilment;
import org.nuancan.policy.fact.MealFacts;
import org.nuancan.policy.fact.SiteFacts;
import org.nuancan.policy.fact.Slot;
import org.nuancan.provider.site.SiteOnFile;

/// A sale to make: diner, items and place are resolved, the grants are not yet decided.
///
/// @param orderId the id the order will have
/// @param elderId the diner; empty for a sale at the full price without an elder
/// @param at place, time and till
/// @param basket the items
/// @param payment how the order is paid
public record Sale(
        long orderId, Optional<Long> elderId, Occasion at, Basket basket, Payment payment) {

    /// Place and time of a meal's sale.
    ///
    /// @param place the site
    /// @param till the till that sells
    /// @param serviceDate the day on which it is eaten
    /// @param slot the meal of the day, as the till says
    /// @param fulfilment how the meal reaches the elder
    /// @param happenedAt when it was sold
    public record Occasion(
            Place place,
            Till till,
            LocalDate serviceDate,
            Slot slot,
            Fulfilment fulfilment,
            Instant happenedAt) {}

    /// A site as of the service date.
    ///
    /// @param siteId the site
    /// @param providerId its provider
    /// @param providerDistrict the provider's district, 6 digits
    /// @param facts the facts that policies use
    /// @param room its capacity, for the platform's checks
    /// @param subsidised false while its provider is suspended or has ended; then nothing is
    ///   granted on a new sale
    public record Place(
            long siteId,
            long providerId,
            String providerDistrict,
            SiteFacts facts,
            EatenMeal.Room room,
            boolean subsidised) {

        /// The same place while its provider is suspended or has ended: nothing is granted.
        public Place withoutSubsidy() {
            return new Place(siteId, providerId, providerDistrict, facts, room, false);
        }

        /// A site on file.
        public static Place of(SiteOnFile site, LocalDate serviceDate) {
            var profile = site.profile();
            return new Place(
                    site.siteId(),
                    site.providerId(),
                    site.districtCode(),
                    site.facts(serviceDate),
                    new EatenMeal.Room(
                            profile.seats(),
                            profile.dailyCapacity(),
                            profile.place().latitudeMicro(),
                            profile.place().longitudeMicro()),
                    true);
        }
    }

    /// The till that sells, with its own count.
    ///
    /// @param terminal the terminal's id
    /// @param shiftId the till's shift, if it keeps any
    /// @param sequence the till's own count, if it keeps one
    /// @param entered how the credential was entered
    /// @param cardHash keyed hash of the card that was presented
    public record Till(
            String terminal,
            Optional<String> shiftId,
            Optional<Long> sequence,
            Entered entered,
            Optional<String> cardHash) {

        /// A till to which no credential was presented: the meal is ordered in the elder's name.
        public Till(String terminal, Optional<String> shiftId, Optional<Long> sequence) {
            this(terminal, shiftId, sequence, Entered.PERSON, Optional.empty());
        }
    }

    /// How the elder's share is paid.
    public sealed interface Payment {

        /// The tenders that were paid.
        List<Tender> tenders();

        /// The amount that the provider waives for lack of small coins, 0 to 9 fen.
        Fen rounding();

        /// Over the network: the quote of this instant decides the amount to pay.
        record Online(List<Tender> tenders, Fen rounding) implements Payment {

            /// Copies the tenders.
            public Online {
                tenders = List.copyOf(tenders);
            }
        }

        /// Paid already, while the till was offline.
        ///
        /// @param given the amounts that the till deducted, by policy
        /// @param cap the most that tills may grant offline to this person on this day
        record Offline(List<Tender> tenders, Fen rounding, List<Given> given, Fen cap)
                implements Payment {

            /// Copies the lists.
            public Offline {
                tenders = List.copyOf(tenders);
                given = List.copyOf(given);
            }
        }

        /// Ordered in advance, and paid at the door or the counter: the elder pays the amount of
        /// the quote of this instant, but never more than was agreed.
        record Ordered(List<Tender> tenders, Terms terms) implements Payment {

            /// Copies the tenders.
            public Ordered {
                tenders = List.copyOf(tenders);
            }

            @Override
            public Fen rounding() {
                return Fen.ZERO;
            }
        }
    }

    /// The terms of an order that were agreed in advance.
    ///
    /// @param elderPays the amount that the elder agreed to pay when ordering, and never more
    /// @param parties the kitchen, the deliverer and the party that takes cash
    /// @param bearers the bearer of the gap, by its reason
    public record Terms(Fen elderPays, Parties parties, Map<GapReason, Borne> bearers) {

        /// Copies the map.
        public Terms {
            bearers = Map.copyOf(bearers);
        }

        /// The bearer of a gap for a reason; the kitchen for a reason that the table does not name.
        public Borne borne(GapReason reason) {
            return bearers.getOrDefault(reason, new Borne(0, new Bearer.Kitchen()));
        }
    }

    /// The bearer of a loss for a reason.
    ///
    /// @param version of the table of reasons
    public record Borne(int version, Bearer bearer) {}

    /// The amount that an offline till deducted from the bill.
    ///
    /// @param code the policy that the till applied
    /// @param fen the amount
    public record Given(String code, Fen fen) {}

    /// The facts about this meal that policies use.
    public MealFacts meal() {
        return new MealFacts(
                at.serviceDate(), at.slot(), at.fulfilment(), basket.gross(), basket.bill());
    }
}
