package org.nuancan.elder.lookup;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.nuancan.day.BusinessDay;
import org.nuancan.db.RoundTrip;
import org.nuancan.db.RoundTrip.Later;
import org.nuancan.db.Transactions;
import org.nuancan.elder.CardNumber;
import org.nuancan.elder.IdNumber;
import org.nuancan.elder.Presented;
import org.nuancan.elder.UnusableReason;
import org.nuancan.elder.card.CardRepository;
import org.nuancan.elder.file.ElderCodeRepository;
import org.nuancan.elder.file.KeptCodeRepository;
import org.nuancan.elder.vault.Vault;
import org.nuancan.policy.fact.ElderStatus;

/// Finds the elder of a credential and checks whether it is valid.
@Singleton
public class Credentials {

    /// How long a verification keeps a code good for its terminal.
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final int EXPIRES_SOON_DAYS = 30;

    private final Vault vault;
    private final GuestCache guests;
    private final CardRepository cards;
    private final ElderCodeRepository codes;
    private final KeptCodeRepository keptCodes;
    private final Transactions transactions;

    Credentials(
            Vault vault,
            GuestCache guests,
            CardRepository cards,
            ElderCodeRepository codes,
            KeptCodeRepository keptCodes,
            Transactions transactions) {
        this.vault = vault;
        this.guests = guests;
        this.cards = cards;
        this.codes = codes;
        this.keptCodes = keptCodes;
        this.transactions = transactions;
    }

    /// Whose these are, so that the elders can be locked; unknown ones are left out. Whether a
    /// credential is good is found out under the lock.
    public Later<Map<Credential, Long>> owners(RoundTrip trip, Collection<Credential> credentials) {
        var found = new HashMap<Credential, Later<List<Long>>>();
        var numbers = new ArrayList<CardNumber>();
        for (var credential : credentials) {
            switch (credential) {
                case Credential.Card(var number) -> numbers.add(number);
                case Credential.Id(var number) ->
                        found.put(
                                credential,
                                CredentialQueries.withIdNumber(trip, vault.index(number)));
                case Credential.Code(var text) ->
                        CodeText.read(vault, text)
                                .ifPresent(code ->
                                        found.put(
                                                credential,
                                                CredentialQueries.withCode(
                                                        trip, code.nonceBytes())));
                case Credential.Unreadable unreadable -> {}
            }
        }
        var ofCards = guests.owners(trip, numbers);
        return () -> {
            var owners = new HashMap<Credential, Long>();
            for (var one : found.entrySet()) {
                for (var elderId : one.getValue().get()) {
                    owners.put(one.getKey(), elderId);
                }
            }
            ofCards.get()
                    .forEach((number, elderId) -> owners.put(new Credential.Card(number), elderId));
            return owners;
        };
    }

    /// As [#check(Credential, String, Instant)], for elders who are locked: cards are checked
    /// against what is known of the guests.
    public Later<Presented> check(
            RoundTrip trip, Guests locked, Credential credential, String terminal, Instant at) {
        return check(trip, number -> card(locked, number, at), credential, terminal, at);
    }

    /// What a credential is worth on a terminal at an instant. Changes nothing.
    public Presented check(Credential credential, String terminal, Instant at) {
        return transactions.reading(connection -> {
            var trip = RoundTrip.on(connection);
            var worth = check(trip, number -> card(number, at), credential, terminal, at);
            trip.go();
            return worth.get();
        });
    }

    private Later<Presented> check(
            RoundTrip trip,
            Function<CardNumber, Presented> cardWorth,
            Credential credential,
            String terminal,
            Instant at) {
        return switch (credential) {
            case Credential.Card(var number) -> () -> cardWorth.apply(number);
            case Credential.Id(var number) -> idNumber(trip, number, at);
            case Credential.Code(var text) -> code(trip, text, terminal, at);
            case Credential.Unreadable(var reason) -> () -> unusable(reason);
        };
    }

    /// A verification keeps a code that has not expired good for this terminal, five minutes from
    /// now.
    @Transactional
    public void keepForTerminal(long codeId, String terminal, Instant at) {
        if (codes.existsByCodeIdAndExpiresAtGreaterThanAndOrderIdIsNull(codeId, at)) {
            keptCodes.put(codeId, terminal, at.plus(KEPT));
        }
    }

    /// Uses a code up, in the checkout's transaction.
    ///
    /// @return false if another checkout was first
    public boolean redeem(long codeId, long orderId, String terminal, Instant at) {
        return transactions.inOne(connection -> {
            var trip = RoundTrip.on(connection);
            var redeemed = redeem(trip, codeId, orderId, terminal, at);
            trip.go();
            return redeemed.get();
        });
    }

    /// As [#redeem(long, long, String, Instant)], together with whatever else is sent.
    public Later<Boolean> redeem(
            RoundTrip trip, long codeId, long orderId, String terminal, Instant at) {
        var changed = CredentialQueries.redeem(trip, codeId, orderId, terminal, at);
        return () -> changed.get() == 1;
    }

    /// What the cashier should know besides: `ALLERGENS`, `BIRTHDAY`, `CARD_EXPIRES_SOON` (within
    /// 30 days), `PROXY` (somebody fetches the meal for the elder).
    @ReadOnly
    public List<String> alerts(Presented.Usable usable, ElderAtTable elder, LocalDate today) {
        var alerts = new ArrayList<String>();
        if (!elder.allergens().isEmpty()) {
            alerts.add("ALLERGENS");
        }
        if (isBirthday(elder.facts().birthDate(), today)) {
            alerts.add("BIRTHDAY");
        }
        var soon = today.plusDays(EXPIRES_SOON_DAYS);
        if (usable.cardId()
                .filter(id -> cards.existsByCardIdAndValidToLessThanEquals(id, soon))
                .isPresent()) {
            alerts.add("CARD_EXPIRES_SOON");
        }
        if (usable.codeId().filter(id -> codes.existsByCodeIdAndProxy(id, true)).isPresent()) {
            alerts.add("PROXY");
        }
        return List.copyOf(alerts);
    }

    private static boolean isBirthday(LocalDate birth, LocalDate today) {
        // Elders born on 29 February have their birthday on 1 March in common years.
        var birthday = birth.withYear(today.getYear());
        return today.equals(
                birthday.getDayOfMonth() == birth.getDayOfMonth()
                        ? birthday
                        : birthday.plusDays(1));
    }

    private static Presented card(Guests locked, CardNumber number, Instant at) {
        return locked.card(number, at).orElseGet(() -> unusable(UnusableReason.CARD_UNKNOWN));
    }

    private Presented card(CardNumber number, Instant at) {
        var day = BusinessDay.of(at).date();
        return cards.asOf(number.value(), at, day)
                .map(card -> worth(card, day))
                .orElseGet(() -> unusable(UnusableReason.CARD_UNKNOWN));
    }

    private static Presented worth(CardRepository.CardAsOf card, LocalDate day) {
        return card.problem(day)
                .map(Credentials::unusable)
                .orElseGet(() ->
                        new Presented.Usable(
                                card.elderId(), Optional.of(card.cardId()), Optional.empty()));
    }

    private Later<Presented> idNumber(RoundTrip trip, IdNumber number, Instant at) {
        var holder = CredentialQueries.holder(trip, vault.index(number), BusinessDay.of(at).date());
        return () ->
                holder.get().stream()
                        .findFirst()
                        .map(elder -> ifActive(elder.elderId(), elder.status(), Optional.empty()))
                        .orElseGet(() -> unusable(UnusableReason.ELDER_UNKNOWN));
    }

    private Later<Presented> code(RoundTrip trip, String text, String terminal, Instant at) {
        var read = CodeText.read(vault, text);
        if (read.isEmpty()) {
            return () -> unusable(UnusableReason.CODE_UNKNOWN);
        }
        var code =
                CredentialQueries.code(
                        trip, read.get().nonceBytes(), terminal, at, BusinessDay.of(at).date());
        return () ->
                code.get().stream()
                        .findFirst()
                        .map(Credentials::worth)
                        .orElseGet(() -> unusable(UnusableReason.CODE_UNKNOWN));
    }

    private static Presented worth(CredentialQueries.Code code) {
        if (code.isUsed()) {
            return unusable(UnusableReason.CODE_USED);
        }
        return code.isFresh()
                ? ifActive(code.elderId(), code.status(), Optional.of(code.codeId()))
                : unusable(UnusableReason.CODE_EXPIRED);
    }

    private static Presented ifActive(long elderId, ElderStatus status, Optional<Long> codeId) {
        return status == ElderStatus.ACTIVE
                ? new Presented.Usable(elderId, Optional.empty(), codeId)
                : unusable(UnusableReason.ELDER_NOT_ACTIVE);
    }

    private static Presented unusable(UnusableReason reason) {
        return new Presented.Unusable(reason);
    }
}
