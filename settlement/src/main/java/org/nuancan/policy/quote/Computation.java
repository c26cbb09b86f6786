package org.nuancan.policy.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nuancan.money.Fen;
import org.nuancan.money.Share;
import org.nuancan.policy.Amount;
import org.nuancan.policy.Precedence;
import org.nuancan.policy.Side;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.fact.MealFacts;

/// The computation of one quote: the amount that remains to be paid, and the grants and refusals.
final class Computation {

    private static final Comparator<Refusal> BY_CODE = Comparator.comparing(Refusal::code);

    private final List<SubsidyPolicy> inTurn;
    private final Occasion occasion;
    private final List<Used> used;
    private final long mealOfDay;
    private final long billFen;
    private final List<Grant> grants;
    private final List<Refusal> refusals;
    private long remainingFen;

    Computation(List<SubsidyPolicy> inTurn, Occasion occasion, List<Used> used, long mealsThatDay) {
        this.inTurn = inTurn;
        this.occasion = occasion;
        this.used = used;
        grants = new ArrayList<>(inTurn.size());
        refusals = new ArrayList<>(inTurn.size());
        mealOfDay = saturatedSum(mealsThatDay, 1);
        billFen = occasion.meal().billFen().value();
        remainingFen = billFen;
    }

    static Quote refuseAll(List<SubsidyPolicy> inTurn, MealFacts meal) {
        var refusals = new ArrayList<Refusal>(inTurn.size());
        for (var policy : inTurn) {
            refusals.add(refusal(policy, RefusalReason.ELDER_NOT_ACTIVE));
        }
        refusals.sort(BY_CODE);
        return new Quote(meal.grossFen(), meal.billFen(), meal.grossFen(), List.of(), refusals);
    }

    Quote quote() {
        for (var first = 0; first < inTurn.size(); first++) {
            if (isTurnOf(first)) {
                compete(first);
            }
        }
        refusals.sort(BY_CODE);
        var meal = occasion.meal();
        // At most the bill was granted to the elder, and the bill is part of the gross.
        var elderPays = meal.grossFen().value() - (billFen - remainingFen);
        return new Quote(meal.grossFen(), meal.billFen(), Fen.of(elderPays), grants, refusals);
    }

    /// Whether the policy is the first of its group.
    private boolean isTurnOf(int index) {
        var turn = inTurn.get(index).turn();
        if (turn.group().isEmpty()) {
            return true;
        }
        for (var before = index - 1; before >= 0; before--) {
            var other = inTurn.get(before).turn();
            if (other.side() != turn.side()) {
                return true;
            }
            if (other.group().equals(turn.group())) {
                return false;
            }
        }
        return true;
    }

    /// Grants the largest amount of a group; the earlier policy wins a tie. A policy without a
    /// group competes with no other.
    private void compete(int first) {
        var leader = -1;
        var leadingFen = 0L;
        var turn = inTurn.get(first).turn();
        for (var index = first; index < inTurn.size(); index++) {
            var policy = inTurn.get(index);
            if (policy.side() != turn.side()) {
                break;
            }
            if (index == first || isOneGroup(turn, policy.turn())) {
                var fen = grantableFen(policy);
                if (fen > leadingFen) {
                    if (leader >= 0) {
                        refuse(inTurn.get(leader), RefusalReason.BEATEN);
                    }
                    leader = index;
                    leadingFen = fen;
                } else if (fen > 0) {
                    refuse(policy, RefusalReason.BEATEN);
                }
                if (turn.group().isEmpty()) {
                    break;
                }
            }
        }
        if (leader >= 0) {
            grant(inTurn.get(leader), leadingFen);
        }
    }

    private static boolean isOneGroup(Precedence one, Precedence other) {
        return one.group().isPresent() && one.group().equals(other.group());
    }

    /// The amount that a policy would grant now, after its limits; 0 if it is refused, and the
    /// refusal is noted.
    private long grantableFen(SubsidyPolicy policy) {
        var conditions = policy.conditions();
        var unmet = occasion.unmet(conditions);
        if (unmet.isPresent()) {
            return refused(policy, unmet.get());
        }
        var bill = conditions.bill();
        if (bill.isPresent() && !bill.get().admits(billFen, remainingFen)) {
            return refused(policy, RefusalReason.BILL);
        }
        if (conditions.needsDinerGrant() && remainingFen == billFen) {
            return refused(policy, RefusalReason.NO_DINER_GRANT);
        }
        var room = roomFen(policy);
        if (room <= 0) {
            return refused(policy, RefusalReason.LIMIT);
        }
        var amount = amountFen(policy.amount());
        var bounded = policy.side() == Side.DINER ? Math.min(amount, remainingFen) : amount;
        return bounded <= 0
                ? refused(policy, RefusalReason.NOTHING_TO_GRANT)
                : Math.min(bounded, room);
    }

    /// The amount that the limits leave; 0 or less if one of them is reached.
    private long roomFen(SubsidyPolicy policy) {
        var room = Long.MAX_VALUE;
        var limits = policy.limits();
        for (var i = 0; i < limits.size(); i++) {
            var limit = limits.get(i);
            var meals = 0L;
            var fen = 0L;
            for (var j = 0; j < used.size(); j++) {
                var use = used.get(j);
                if (use.on() == limit.on()
                        && use.per() == limit.per()
                        && use.code().equals(policy.code())) {
                    meals = saturatedSum(meals, use.meals());
                    fen = saturatedSum(fen, use.fen().value());
                }
            }
            if (limit.meals().isPresent() && meals >= limit.meals().getAsLong()) {
                return 0;
            }
            if (limit.fen().isPresent()) {
                room = Math.min(room, saturatedDifference(limit.fen().getAsLong(), fen));
            }
        }
        return room;
    }

    private long amountFen(Amount amount) {
        return switch (amount) {
            case Amount.Plain plain -> plainFen(plain);
            case Amount.Tiered(var by, var tiers) -> {
                var value = valueFor(by);
                for (var i = 0; i < tiers.size(); i++) {
                    if (tiers.get(i).holds(value)) {
                        yield plainFen(tiers.get(i).amount());
                    }
                }
                yield 0;
            }
        };
    }

    private long plainFen(Amount.Plain amount) {
        return switch (amount) {
            case Amount.Fixed(var fen) -> fen;
            case Amount.Percent percent -> percent.share(percent.of().of(billFen, remainingFen));
            case Amount.ElderPays(var fen) -> Math.max(0, remainingFen - fen);
        };
    }

    private long valueFor(Amount.By by) {
        return switch (by) {
            case AGE -> occasion.age();
            case CARE_GRADE -> occasion.elder().careGrade();
            case MEAL_OF_DAY -> mealOfDay;
            case BILL -> billFen;
        };
    }

    private void grant(SubsidyPolicy policy, long fen) {
        if (policy.side() == Side.DINER) {
            remainingFen -= fen;
        }
        var amount = Fen.of(fen);
        grants.add(
                new Grant(
                        policy.code(),
                        policy.version(),
                        policy.side(),
                        amount,
                        parts(policy, amount)));
    }

    private List<FundingPart> parts(SubsidyPolicy policy, Fen amount) {
        var division = policy.conditions().where().of().in(occasion.elder());
        var funding = policy.funding();
        if (funding.size() == 1) {
            return List.of(
                    new FundingPart(funding.getFirst().payer().resolvedFor(division), amount));
        }
        var weights = new long[funding.size()];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = funding.get(i).weight();
        }
        var shares = Share.split(amount.value(), weights);
        var parts = new ArrayList<FundingPart>(shares.length);
        for (var i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                var payer = funding.get(i).payer().resolvedFor(division);
                parts.add(new FundingPart(payer, Fen.of(shares[i])));
            }
        }
        return parts;
    }

    private long refused(SubsidyPolicy policy, RefusalReason reason) {
        refuse(policy, reason);
        return 0;
    }

    private void refuse(SubsidyPolicy policy, RefusalReason reason) {
        refusals.add(refusal(policy, reason));
    }

    private static Refusal refusal(SubsidyPolicy policy, RefusalReason reason) {
        return new Refusal(policy.code(), policy.version(), reason);
    }

    private static long saturatedSum(long one, long other) {
        var sum = one + other;
        // The sum has overflowed if its sign differs from both signs.
        return ((one ^ sum) & (other ^ sum)) < 0 ? bound(one) : sum;
    }

    private static long saturatedDifference(long one, long other) {
        var difference = one - other;
        return ((one ^ other) & (one ^ difference)) < 0 ? bound(one) : difference;
    }

    private static long bound(long towards) {
        return towards < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
