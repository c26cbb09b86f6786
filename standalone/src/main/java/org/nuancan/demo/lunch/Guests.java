package org.nuancan.demo.lunch;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.nuancan.demo.district.DemoElder;
import org.nuancan.demo.district.District;
import org.nuancan.demo.district.Qualification;
import org.nuancan.policy.fact.ElderStatus;

/// Chooses the guests and their trays: different for every date, the same for the same date.
///
/// Each elder comes once.
final class Guests {

    /// The first elders of the district are reserved for sales by hand.
    private static final int LEFT_ALONE = 2_000;

    private static final int PASSERS_BY = 6;
    private static final int QUALIFIED = 55;
    private static final int BY_ID_NUMBER = 5;

    private final Random random;
    private final Deque<DemoElder> qualified = new ArrayDeque<>();
    private final Deque<DemoElder> others = new ArrayDeque<>();
    private final Deque<DemoElder> inactive = new ArrayDeque<>();

    Guests(District district, LocalDate date) {
        random = new Random(date.toEpochDay());
        var elders =
                new ArrayList<>(district.elders().subList(LEFT_ALONE, district.elders().size()));
        Collections.shuffle(elders, random);
        for (var elder : elders) {
            if (elder.status() == ElderStatus.SUSPENDED) {
                inactive.add(elder);
            } else if (elder.status() == ElderStatus.ACTIVE) {
                (Qualification.of(elder, date) ? qualified : others).add(elder);
            }
        }
    }

    /// The next guest in the queue of a shop's till.
    Guest next(Shop shop) {
        if (happens(PASSERS_BY)) {
            return passerBy(shop);
        }
        return of(happens(QUALIFIED) ? nextQualified() : nextOther(), shop);
    }

    Guest passerBy(Shop shop) {
        return new Guest(Optional.empty(), Optional.empty(), tray(shop), manner());
    }

    Guest entitled(Shop shop) {
        return of(nextQualified(), shop);
    }

    /// An elder who ate comes again, with a tray that costs more than the earlier grant.
    Guest again(Guest guest, Shop shop) {
        var dearest =
                food(shop).stream()
                        .max(Comparator.comparingLong(Shop.Price::priceFen))
                        .orElseThrow();
        var enough = 1 + Math.toIntExact(500 / Math.max(1, dearest.priceFen()));
        return new Guest(
                guest.elder(),
                guest.credential(),
                List.of(Item.of(dearest, enough)),
                Guest.Manner.MOBILE);
    }

    DemoElder suspended() {
        return inactive.removeFirst();
    }

    private DemoElder nextQualified() {
        // A very large lunch has too few of them.
        return qualified.isEmpty() ? others.removeFirst() : qualified.removeFirst();
    }

    private DemoElder nextOther() {
        return others.removeFirst();
    }

    private Guest of(DemoElder elder, Shop shop) {
        var shown =
                happens(BY_ID_NUMBER)
                        ? Guest.Credential.idNumber(elder.idNumber())
                        : Guest.Credential.card(elder.cardNumber());
        return new Guest(Optional.of(elder), Optional.of(shown), tray(shop), manner());
    }

    private List<Item> tray(Shop shop) {
        var food = food(shop);
        var tray = new ArrayList<Item>();
        var main = food.get(random.nextInt(food.size()));
        tray.add(Item.of(main, 1));
        if (happens(45)) {
            var side = food.get(random.nextInt(food.size()));
            if (!side.equals(main)) {
                tray.add(Item.of(side, 1 + random.nextInt(2)));
            }
        }
        add(tray, shop, happens(15), true);
        add(tray, shop, happens(6), false);
        return List.copyOf(tray);
    }

    private static List<Shop.Price> food(Shop shop) {
        return shop.prices().stream()
                .filter(price -> price.subsidisable() && !price.openPrice())
                .toList();
    }

    /// Food by weight, or a beer.
    private void add(List<Item> tray, Shop shop, boolean isTaken, boolean byWeight) {
        if (isTaken) {
            shop.prices().stream()
                    .filter(price -> byWeight ? price.openPrice() : !price.subsidisable())
                    .findFirst()
                    .map(price ->
                            byWeight
                                    ? Item.byWeight(price, 600 + random.nextInt(1_400))
                                    : Item.of(price, 1))
                    .ifPresent(tray::add);
        }
    }

    private Guest.Manner manner() {
        var fallen = random.nextInt(100);
        if (fallen < 40) {
            return Guest.Manner.CASH;
        }
        if (fallen < 66) {
            return Guest.Manner.MOBILE;
        }
        if (fallen < 80) {
            return Guest.Manner.BANK_CARD;
        }
        if (fallen < 90) {
            return Guest.Manner.ECNY;
        }
        return fallen < 96 ? Guest.Manner.ALLOWANCE : Guest.Manner.COINS_AND_MOBILE;
    }

    private boolean happens(int inHundred) {
        return random.nextInt(100) < inHundred;
    }
}
