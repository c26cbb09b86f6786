package org.nuancan.policy.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The example of the design page with changes.
final class Malformed {

    static final String TIERS = "{'type':'TIERED','by':'AGE','tiers':[%s]}";

    static final String TIER = "{'from':%s,'to':%s,'amount':{'type':'FIXED','fen':1}}";

    static final String LIMIT = "{'on':'ELDER','per':'DAY','meals':%s,'fen':%s}";

    /// The example of the design page.

    private Malformed() {}

    static ObjectNode example() {
        return object(
                """
                {"code": "BJ-DINER-2022", "version": 1,
                 "name": {"zh": "基本养老服务对象就餐补贴", "en": "Diner subsidy"},
                 "owner": "11", "effectiveFrom": "2022-04-01", "effectiveTo": null,
                 "side": "DINER", "payee": null, "group": "diner", "stage": 10, "priority": 100,
                 "who": [{"minAge": 80, "household": "LOCAL"},
                         {"minAge": 60, "anyCategory": ["DISABLED", "DEMENTIA"],
                          "notInInstitution": true}],
                 "where": {"within": "CITY", "of": "HOUSEHOLD", "siteTypes": null,
                           "minSiteGrade": 0, "listedOnly": true},
                 "when": {"slots": ["LUNCH", "DINNER"], "weekdays": null, "calendar": "ANY"},
                 "how": ["DINE_IN", "TAKE_AWAY", "DELIVERY"],
                 "bill": {"basis": "BILL", "moreThanFen": 500, "atLeastFen": null,
                          "atMostFen": null},
                 "needsDinerGrant": false,
                 "amount": {"type": "FIXED", "fen": 500},
                 "limits": [{"on": "ELDER", "per": "DAY", "meals": 1, "fen": null}],
                 "funding": [{"payer": "11", "weight": 1}, {"payer": "DISTRICT", "weight": 1}]}
                """);
    }

    static Stream<String> fields() {
        return places(example(), "").stream()
                .filter(place -> !place.startsWith("/who/"))
                .filter(place -> !place.matches(".*/\\d+"));
    }

    static JsonNode rewritten(ObjectNode document) {
        return Schemes.json(PolicyDocument.text(Read.good(PolicyDocument.read(document, ""))));
    }

    static List<String> faults(JsonNode document) {
        return named(PolicyDocument.read(document, ""));
    }

    static List<String> named(Reading<?> reading) {
        return Read.faults(reading).stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    static List<String> listed(@org.jspecify.annotations.Nullable String fault) {
        return fault == null || fault.isEmpty() ? List.of() : List.of(fault);
    }

    static ObjectNode changed(String place, String value) {
        var document = example();
        change(document, place, value);
        return document;
    }

    static void change(ObjectNode document, String place, String value) {
        var pointer = JsonPointer.valueOf(place);
        var parent = document.at(pointer.head());
        var node = Schemes.json(value.replace('\'', '"'));
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), node);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), node);
        }
    }

    static ObjectNode object(String text) {
        return (ObjectNode) Schemes.json(text.replace('\'', '"'));
    }

    static List<String> places(JsonNode node, String pointer) {
        var places = new ArrayList<String>();
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> {
                        var place = pointer + "/" + field.getKey();
                        places.add(place);
                        places.addAll(places(field.getValue(), place));
                    });
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                places.addAll(places(array.get(i), pointer + "/" + i));
            }
        }
        return places;
    }
}
