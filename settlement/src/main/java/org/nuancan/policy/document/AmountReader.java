package org.nuancan.policy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.policy.Amount;
import org.nuancan.policy.fact.Bill;

/// Reads the amount of a policy.
final class AmountReader {

    private static final Amount.Plain NOTHING = new Amount.Fixed(0);

    private static final int MOST_TIERS = 100;

    private AmountReader() {}

    private enum Type {
        FIXED,
        PERCENT,
        ELDER_PAYS,
        TIERED
    }

    static Optional<Amount> read(Spot spot) {
        return spot.fields()
                .flatMap(fields ->
                        type(fields)
                                .map(type ->
                                        type == Type.TIERED
                                                ? tiered(fields)
                                                : plain(type, fields)));
    }

    private static Optional<Type> type(Fields fields) {
        // Without a type the other fields are unknown.
        return fields.required("type").flatMap(spot -> spot.choice(Type.class));
    }

    private static Amount.Plain plain(Type type, Fields fields) {
        var amount =
                switch (type) {
                    case FIXED -> new Amount.Fixed(fen(fields));
                    case ELDER_PAYS -> new Amount.ElderPays(fen(fields));
                    case PERCENT -> percent(fields);
                    case TIERED -> {
                        fields.note("type", FaultCode.TIERED_IN_TIERED);
                        yield NOTHING;
                    }
                };
        if (type != Type.TIERED) {
            fields.refuseOthers();
        }
        return amount;
    }

    private static long fen(Fields fields) {
        return fields.required("fen").map(Spot::fen).orElseGet(OptionalLong::empty).orElse(0);
    }

    private static Amount.Percent percent(Fields fields) {
        var basisPoints = fields.required("basisPoints").map(AmountReader::basisPoints).orElse(0);
        var of = fields.optional("of").flatMap(spot -> spot.choice(Bill.Basis.class));
        var maxFen = PolicyReader.fenOrNull(fields, "maxFen");
        var rounding =
                fields.optional("rounding").flatMap(spot -> spot.choice(Amount.Rounding.class));
        return new Amount.Percent(
                basisPoints,
                of.orElse(Bill.Basis.REMAINING),
                maxFen,
                rounding.orElse(Amount.Rounding.DOWN));
    }

    private static int basisPoints(Spot spot) {
        var basisPoints = spot.whole().orElse(0);
        if (basisPoints < 0 || basisPoints > 10_000) {
            spot.note(FaultCode.BASIS_POINTS_OUT_OF_RANGE);
            return 0;
        }
        return (int) basisPoints;
    }

    private static Amount tiered(Fields fields) {
        var by = fields.required("by").flatMap(spot -> spot.choice(Amount.By.class));
        var tiers = fields.required("tiers").map(AmountReader::tiers).orElse(List.of());
        fields.refuseOthers();
        return tiers.isEmpty() ? NOTHING : new Amount.Tiered(by.orElse(Amount.By.AGE), tiers);
    }

    private static List<Amount.Tier> tiers(Spot spot) {
        var items = spot.items(MOST_TIERS);
        if (items.isPresent() && items.get().isEmpty()) {
            spot.note(FaultCode.TIERS_EMPTY);
        }
        var tiers = new ArrayList<Amount.Tier>();
        for (var item : items.orElse(List.of())) {
            var tier = item.fields().map(AmountReader::tier);
            if (tier.isPresent()) {
                if (tiers.stream().anyMatch(tier.get()::overlaps)) {
                    item.note(FaultCode.TIERS_OVERLAP);
                }
                tiers.add(tier.get());
            }
        }
        return tiers;
    }

    private static Amount.Tier tier(Fields fields) {
        var from = fields.nullable("from").map(Spot::whole).orElseGet(OptionalLong::empty);
        var to = fields.nullable("to").map(Spot::whole).orElseGet(OptionalLong::empty);
        PolicyReader.noteReversed(fields, "from", from, "to", to);
        var amount =
                fields.required("amount")
                        .flatMap(Spot::fields)
                        .flatMap(inner -> type(inner).map(type -> plain(type, inner)));
        fields.refuseOthers();
        return new Amount.Tier(from, to, amount.orElse(NOTHING));
    }
}
