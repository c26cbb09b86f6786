package org.nuancan.console.policy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nuancan.console.page.Form;

/// Reads the amount of a policy from the form in which it is written.
final class AmountDraft {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AmountDraft() {}

    /// The amount, with its tiers if it has some.
    static ObjectNode of(Form form) {
        var type = form.text("amount");
        if (!type.equals("TIERED")) {
            return plain(
                    new Form(
                            Map.of(
                                    "type", type,
                                    "value", form.text("amount-value"),
                                    "most", form.text("amount-most"),
                                    "of", form.text("amount-of"),
                                    "rounding", form.text("amount-rounding"))));
        }
        var by = form.text("tier-by");
        var amount = JSON.objectNode().put("type", type).put("by", by);
        var tiers = amount.putArray("tiers");
        for (var row :
                rows(
                        form,
                        "tier-value",
                        "tier-from",
                        "tier-to",
                        "tier-type",
                        "tier-most",
                        "tier-of",
                        "tier-rounding")) {
            var tier = tiers.addObject();
            bound(tier, "from", row, by);
            bound(tier, "to", row, by);
            tier.set("amount", plain(row));
        }
        return amount;
    }

    /// A bound of a tier: an age, a grade or a count; of a bill, yuan.
    private static void bound(ObjectNode tier, String name, Form row, String by) {
        if (row.maybe(name).isEmpty()) {
            tier.putNull(name);
        } else {
            tier.put(name, by.equals("BILL") ? row.fen(name) : row.number(name));
        }
    }

    private static ObjectNode plain(Form row) {
        var type = row.text("type");
        var amount = JSON.objectNode().put("type", type);
        if (type.equals("PERCENT")) {
            // Percent have two digits like yuan: 12.5 is 1250 hundredths.
            amount.put("basisPoints", row.fen("value")).put("of", row.text("of"));
            fen(amount, "maxFen", row, "most");
            return amount.put("rounding", row.text("rounding"));
        }
        return amount.put("fen", row.fen("value"));
    }

    /// The rows of a table of fields whose first field is filled in, with the field names behind
    /// their last `-`.
    static List<Form> rows(Form form, String first, String... others) {
        return IntStream.range(0, form.all(first).size())
                .filter(at -> !form.all(first).get(at).isBlank())
                .mapToObj(at -> {
                    Map<String, Object> row = new HashMap<>();
                    row.put(bare(first), form.all(first).get(at));
                    for (var other : others) {
                        row.put(bare(other), form.all(other).get(at));
                    }
                    return new Form(row);
                })
                .toList();
    }

    private static String bare(String name) {
        return name.substring(name.lastIndexOf('-') + 1);
    }

    /// Puts an amount in fen; null if the field is empty.
    static void fen(ObjectNode node, String name, Form row, String field) {
        if (row.maybe(field).isPresent()) {
            node.put(name, row.fen(field));
        } else {
            node.putNull(name);
        }
    }
}
