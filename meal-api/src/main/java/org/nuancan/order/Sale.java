package org.nuancan.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.check.EatenMeal;
import org.nuancan.check.Entered;
import org.nuancan.ledger.Bearer;
import org.nuancan.ledger.Parties;
import org.nuancan.money.Fen;
import org.nuancan.policy.Fulfilment;
import org.nuancan.policy.MealFacts;
import org.nuancan.policy.SiteFacts;
import org.nuancan.policy.Slot;
import org.nuancan.provider.SiteOnFile;

/// What a till asks to be sold. Who eats, what and where is settled; what is granted is not.
///
/// @param orderId the id the order will have
/// @param elderId who eats; empty: anybody, at the full price
/// @param at where, when and by which till
/// @param basket what
/// @param payment how it is paid
public record Sale(
        long orderId, Optional<Long> elderId, Occasion at, Basket basket, Payment payment) {

    /// Where and when a meal is sold.
    ///
    /// @param place the site
    /// @param till who sells
    /// @param serviceDate the day it is eaten
    /// @param slot which meal, as the till says
    /// @param fulfilment how it reaches the elder
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
    /// @param facts what policies ask about it
    /// @param room what it holds, for the platform's checks
    public record Place(
            long siteId,
            long providerId,
            String providerDistrict,
            SiteFacts facts,
            EatenMeal.Room room) {

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
                            profile.place().longitudeMicro()));
        }
    }

    /// Who sells, by the till's own count.
    ///
    /// @param terminal the terminal's id
    /// @param shiftId the till's shift, if it keeps any
    /// @param sequence the till's own count, if it keeps one
    /// @param entered how it knew who eats
    /// @param cardHash of the card that was presented, keyed
    public record Till(
            String terminal,
            Optional<String> shiftId,
            Optional<Long> sequence,
            Entered entered,
            Optional<String> cardHash) {

        /// Nothing was presented: ordered in the elder's name.
        public Till(String terminal, Optional<String> shiftId, Optional<Long> sequence) {
            this(terminal, shiftId, sequence, Entered.PERSON, Optional.empty());
        }
    }

    /// How the elder's share is paid.
    public sealed interface Payment {

        /// What was paid.
        List<Tender> tenders();

        /// What the provider lets go for lack of small coins, 0 to 9 fen.
        Fen rounding();

        /// Over the network: the quote of this instant decides what is to be paid.
        record Online(List<Tender> tenders, Fen rounding) implements Payment {

            /// Copies the tenders.
            public Online {
                tenders = List.copyOf(tenders);
            }
        }

        /// Paid already while the till was cut off.
        ///
        /// @param given what the till took off, by policy
        /// @param cap what may be granted to this person on this day by tills that were cut off
        record Offline(List<Tender> tenders, Fen rounding, List<Given> given, Fen cap)
                implements Payment {

            /// Copies the lists.
            public Offline {
                tenders = List.copyOf(tenders);
                given = List.copyOf(given);
            }
        }

        /// Ordered beforehand, paid at the door or the counter: the elder pays what the quote of
        /// this instant says, but never more than was agreed.
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

    /// What was settled about an order beforehand.
    ///
    /// @param elderPays what the elder agreed to pay when ordering, and never more
    /// @param parties who cooked, who delivers, who takes cash
    /// @param bearers who bears what the elder would have to pay more
    public record Terms(Fen elderPays, Parties parties, Map<GapReason, Borne> bearers) {

        /// Copies the map.
        public Terms {
            bearers = Map.copyOf(bearers);
        }

        /// Who bears a gap for a reason; whom the table does not name, the kitchen.
        public Borne borne(GapReason reason) {
            return bearers.getOrDefault(reason, new Borne(0, new Bearer.Kitchen()));
        }
    }

    /// Who bears a loss for a reason.
    ///
    /// @param version of the table of reasons
    public record Borne(int version, Bearer bearer) {}

    /// What a till that was cut off took off the bill.
    ///
    /// @param code the policy the till believed in
    /// @param fen how much
    public record Given(String code, Fen fen) {}

    /// What policies ask about this meal.
    public MealFacts meal() {
        return new MealFacts(
                at.serviceDate(), at.slot(), at.fulfilment(), basket.gross(), basket.bill());
    }
}
