package org.nuancan.console.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.console.page.Form;

/// Reads the document of a policy from the form in which it is written.
final class PolicyDraft {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> CATEGORY_LISTS =
            List.of("anyCategory", "allCategories", "noCategory");
    private static final List<String> PLACES = List.of("householdIn", "residenceIn");

    private final Form form;

    private PolicyDraft(Form form) {
        this.form = form;
    }

    /// The document, with every field.
    static ObjectNode document(Form form) {
        return new PolicyDraft(form).document();
    }

    private ObjectNode document() {
        var document = JSON.objectNode();
        document.put("code", form.text("code"));
        document.put("version", form.number("version"));
        document.putObject("name").put("zh", form.text("name-zh")).put("en", form.text("name-en"));
        document.put("owner", form.text("owner"));
        document.put("effectiveFrom", form.date("from").toString());
        text(document, "effectiveTo", form.maybe("to").map(_ -> form.date("to").toString()));
        document.put("side", form.text("side"));
        document.putNull("payee");
        text(document, "group", form.maybe("group"));
        document.put("stage", form.number("stage"));
        document.put("priority", form.number("priority"));
        document.set("who", who());
        document.set("where", where());
        var when = document.putObject("when");
        words(when, "slots", form.all("slot"));
        words(when, "weekdays", form.all("weekday"));
        when.put("calendar", form.text("calendar"));
        words(document, "how", form.all("how"));
        bill(document);
        document.put("needsDinerGrant", form.ticked("needs-diner-grant"));
        document.set("amount", AmountDraft.of(form));
        document.set("limits", limits());
        document.set("funding", funding());
        return document;
    }

    /// The alternatives that ask something; none admits everybody.
    private ArrayNode who() {
        var alternatives = JSON.arrayNode();
        for (var at : form.all("who")) {
            var alternative = alternative("who-" + at + "-");
            if (!alternative.isEmpty()) {
                alternatives.add(alternative);
            }
        }
        return alternatives;
    }

    private ObjectNode alternative(String prefix) {
        var alternative = JSON.objectNode();
        for (var name : List.of("minAge", "maxAge", "minCareGrade", "maxCareGrade")) {
            if (form.maybe(prefix + name).isPresent()) {
                alternative.put(name, form.number(prefix + name));
            }
        }
        form.maybe(prefix + "household").ifPresent(kind -> alternative.put("household", kind));
        for (var place : PLACES) {
            form.maybe(prefix + place).ifPresent(codes -> alternative.set(place, codes(codes)));
        }
        for (var list : CATEGORY_LISTS) {
            if (!form.all(prefix + list).isEmpty()) {
                words(alternative, list, form.all(prefix + list));
            }
        }
        if (form.ticked(prefix + "notInInstitution")) {
            alternative.put("notInInstitution", true);
        }
        return alternative;
    }

    private ObjectNode where() {
        var where = JSON.objectNode();
        where.put("within", form.text("within"));
        where.put("of", form.text("of"));
        words(where, "siteTypes", form.all("site-type"));
        form.maybe("site-in").ifPresent(codes -> where.set("siteIn", codes(codes)));
        where.put("minSiteGrade", form.number("site-grade"));
        where.put("listedOnly", form.ticked("listed-only"));
        return where;
    }

    private void bill(ObjectNode document) {
        var bounds = List.of("moreThanFen", "atLeastFen", "atMostFen");
        if (bounds.stream().allMatch(bound -> form.maybe(bound).isEmpty())) {
            document.putNull("bill");
            return;
        }
        var bill = document.putObject("bill").put("basis", form.text("basis"));
        bounds.forEach(bound -> AmountDraft.fen(bill, bound, form, bound));
    }

    private ArrayNode limits() {
        var limits = JSON.arrayNode();
        var count = form.all("limit-meals").size();
        for (var at = 0; at < count; at++) {
            var row =
                    new Form(
                            Map.of(
                                    "meals", form.all("limit-meals").get(at),
                                    "sum", form.all("limit-sum").get(at)));
            if (row.maybe("meals").isPresent() || row.maybe("sum").isPresent()) {
                var limit =
                        limits.addObject()
                                .put("on", form.all("limit-on").get(at))
                                .put("per", form.all("limit-per").get(at));
                if (row.maybe("meals").isPresent()) {
                    limit.put("meals", row.number("meals"));
                } else {
                    limit.putNull("meals");
                }
                AmountDraft.fen(limit, "fen", row, "sum");
            }
        }
        return limits;
    }

    private ArrayNode funding() {
        var funding = JSON.arrayNode();
        for (var row : AmountDraft.rows(form, "payer", "weight")) {
            funding.addObject().put("payer", row.text("payer")).put("weight", row.number("weight"));
        }
        return funding;
    }

    private static ArrayNode codes(String text) {
        var codes = JSON.arrayNode();
        for (var code : text.split("[\\s,;，；、]+", -1)) {
            if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        return codes;
    }

    /// A list of words; none chosen is null, which means all.
    private static void words(ObjectNode node, String name, List<String> words) {
        if (words.isEmpty()) {
            node.putNull(name);
        } else {
            var list = node.putArray(name);
            words.forEach(list::add);
        }
    }

    private static void text(ObjectNode node, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> node.put(name, text), () -> node.putNull(name));
    }
}
