package org.nuancan.policy.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.nuancan.policy.Amount;
import org.nuancan.policy.Conditions;
import org.nuancan.policy.Funding;
import org.nuancan.policy.Limit;
import org.nuancan.policy.SubsidyPolicy;
import org.nuancan.policy.Who;
import org.nuancan.policy.fact.Bill;
import org.nuancan.policy.fact.Division;

/// Writes a policy with its fields in the order of the design page. Default values are written too,
/// so that the text is complete.
final class PolicyWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PolicyWriter() {}

    static ObjectNode write(SubsidyPolicy policy) {
        var node = NODES.objectNode();
        node.put("code", policy.code()).put("version", policy.version());
        node.putObject("name").put("zh", policy.name().zh()).put("en", policy.name().en());
        node.put("owner", policy.owner().code());
        node.put("effectiveFrom", policy.period().from().toString());
        node.set("effectiveTo", text(policy.period().to().map(LocalDate::toString)));
        node.put("side", policy.side().name());
        node.putNull("payee");
        node.set("group", text(policy.turn().group()));
        node.put("stage", policy.turn().stage()).put("priority", policy.turn().priority());
        put(node, policy.conditions());
        node.set("amount", amount(policy.amount()));
        node.set("limits", array(policy.limits(), PolicyWriter::limit));
        node.set("funding", array(policy.funding(), PolicyWriter::funding));
        return node;
    }

    /// `MON` to `SUN`.
    static String abbreviated(DayOfWeek weekday) {
        return weekday.name().substring(0, 3);
    }

    private static void put(ObjectNode node, Conditions conditions) {
        node.set("who", array(conditions.who(), PolicyWriter::who));
        var where = conditions.where();
        var whereNode = node.putObject("where");
        whereNode.put("within", where.within().name()).put("of", where.of().name());
        whereNode.set("siteTypes", names(where.siteTypes(), Enum::name));
        if (where.siteIn().isPresent()) {
            whereNode.set("siteIn", names(where.siteIn(), Division::code));
        }
        whereNode.put("minSiteGrade", where.minSiteGrade()).put("listedOnly", where.listedOnly());
        var when = conditions.when();
        var whenNode = node.putObject("when");
        whenNode.set("slots", names(when.slots(), Enum::name));
        whenNode.set("weekdays", names(when.weekdays(), PolicyWriter::abbreviated));
        whenNode.put("calendar", when.calendar().name());
        node.set("how", names(conditions.how(), Enum::name));
        node.set(
                "bill",
                conditions.bill().<JsonNode>map(PolicyWriter::bill).orElseGet(NODES::nullNode));
        node.put("needsDinerGrant", conditions.needsDinerGrant());
    }

    private static ObjectNode who(Who who) {
        var node = NODES.objectNode();
        for (var demand : who.demands()) {
            switch (demand) {
                case Who.MinAge(var years) -> node.put("minAge", years);
                case Who.MaxAge(var years) -> node.put("maxAge", years);
                case Who.HouseholdKind(var kind) -> node.put("household", kind.name());
                case Who.HouseholdIn(var all) ->
                        node.set("householdIn", array(all, PolicyWriter::code));
                case Who.ResidenceIn(var all) ->
                        node.set("residenceIn", array(all, PolicyWriter::code));
                case Who.AnyCategory(var all) ->
                        node.set("anyCategory", array(all, PolicyWriter::name));
                case Who.AllCategories(var all) ->
                        node.set("allCategories", array(all, PolicyWriter::name));
                case Who.NoCategory(var all) ->
                        node.set("noCategory", array(all, PolicyWriter::name));
                case Who.MinCareGrade(var grade) -> node.put("minCareGrade", grade);
                case Who.MaxCareGrade(var grade) -> node.put("maxCareGrade", grade);
                case Who.NotInInstitution(var isRequired) ->
                        node.put("notInInstitution", isRequired);
            }
        }
        return node;
    }

    private static ObjectNode bill(Bill bill) {
        var node = NODES.objectNode().put("basis", bill.basis().name());
        node.set("moreThanFen", number(bill.moreThanFen()));
        node.set("atLeastFen", number(bill.atLeastFen()));
        node.set("atMostFen", number(bill.atMostFen()));
        return node;
    }

    private static ObjectNode amount(Amount amount) {
        var node = NODES.objectNode();
        switch (amount) {
            case Amount.Fixed(var fen) -> node.put("type", "FIXED").put("fen", fen);
            case Amount.ElderPays(var fen) -> node.put("type", "ELDER_PAYS").put("fen", fen);
            case Amount.Percent(var basisPoints, var of, var maxFen, var rounding) -> {
                node.put("type", "PERCENT").put("basisPoints", basisPoints).put("of", of.name());
                node.set("maxFen", number(maxFen));
                node.put("rounding", rounding.name());
            }
            case Amount.Tiered(var by, var tiers) -> {
                node.put("type", "TIERED").put("by", by.name());
                node.set("tiers", array(tiers, PolicyWriter::tier));
            }
        }
        return node;
    }

    private static ObjectNode tier(Amount.Tier tier) {
        var node = NODES.objectNode();
        node.set("from", number(tier.from()));
        node.set("to", number(tier.to()));
        node.set("amount", amount(tier.amount()));
        return node;
    }

    private static ObjectNode limit(Limit limit) {
        var node = NODES.objectNode();
        node.put("on", limit.on().name()).put("per", limit.per().name());
        node.set("meals", number(limit.meals()));
        node.set("fen", number(limit.fen()));
        return node;
    }

    private static ObjectNode funding(Funding funding) {
        return NODES.objectNode()
                .put("payer", funding.payer().text())
                .put("weight", funding.weight());
    }

    private static JsonNode code(Division division) {
        return NODES.textNode(division.code());
    }

    private static JsonNode name(Enum<?> constant) {
        return NODES.textNode(constant.name());
    }

    private static JsonNode text(Optional<String> text) {
        return text.<JsonNode>map(NODES::textNode).orElseGet(NODES::nullNode);
    }

    private static JsonNode number(OptionalLong number) {
        return number.isPresent() ? NODES.numberNode(number.getAsLong()) : NODES.nullNode();
    }

    private static <T> JsonNode names(Optional<List<T>> all, Function<T, String> name) {
        return all.<JsonNode>map(list -> array(list, item -> NODES.textNode(name.apply(item))))
                .orElseGet(NODES::nullNode);
    }

    private static <T> ArrayNode array(List<T> all, Function<T, JsonNode> write) {
        var array = NODES.arrayNode(all.size());
        all.forEach(item -> array.add(write.apply(item)));
        return array;
    }
}
