package org.nuancan.console.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.nuancan.console.page.Frame;

/// Cases on which a policy is worked out: for each alternative an elder who just meets it and one
/// who is a year too young, each with bills around the bounds of the policy.
final class WorkedCases {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<Long> BILLS = List.of(800L, 1500L, 2500L);
    private static final String STREET = "001";
    private static final int STREET_DIGITS = 9;
    private static final int DISTRICT_DIGITS = 6;
    private static final String BEIJING_DISTRICT = "0105";
    private static final int MOST_ELDERS = 12;
    private static final int USUAL_AGE = 60;

    /// An elder of the cases.
    ///
    /// @param alternative the pointer of the alternative that the elder meets or just misses
    private record Guest(String alternative, int age) {}

    private final Policy policy;
    private final LocalDate date;

    WorkedCases(Policy policy) {
        this.policy = policy;
        this.date = date(policy);
    }

    /// The bills, in fen, ascending.
    List<Long> bills() {
        var bills = new TreeSet<>(BILLS);
        for (var bound : List.of("moreThanFen", "atLeastFen", "atMostFen")) {
            policy.fen("/bill/" + bound)
                    .ifPresent(fen -> {
                        bills.add(fen);
                        bills.add(bound.equals("atLeastFen") ? Math.max(0, fen - 1) : fen + 1);
                    });
        }
        return List.copyOf(bills);
    }

    /// The cases of all elders, each with all bills.
    ArrayNode cases() {
        var cases = JSON.arrayNode();
        guests().forEach(guest -> bills().forEach(bill -> cases.add(facts(guest, bill))));
        return cases;
    }

    /// The rows of the table, from the quotes of [#cases].
    List<Trial.Row> rows(Frame frame, List<Quote> quotes) {
        var width = bills().size();
        List<Trial.Row> rows = new ArrayList<>();
        for (var guest : guests()) {
            var from = rows.size() * width;
            rows.add(new Trial.Row(words(frame, guest), quotes.subList(from, from + width)));
        }
        return rows;
    }

    private List<Guest> guests() {
        List<Guest> guests = new ArrayList<>();
        for (var at : policy.entries("/who")) {
            var least = number(at + "/minAge", USUAL_AGE);
            guests.add(new Guest(at, least));
            if (policy.has(at + "/minAge") && least > 0) {
                guests.add(new Guest(at, least - 1));
            }
        }
        if (guests.isEmpty()) {
            guests.add(new Guest("/who/none", USUAL_AGE));
        }
        return guests.subList(0, Math.min(MOST_ELDERS, guests.size()));
    }

    private String words(Frame frame, Guest guest) {
        var at = guest.alternative();
        var categories = categories(at).stream().map(word -> frame.word("category", word)).toList();
        var age = frame.t("people.age", guest.age());
        var household = frame.word("household", household(at));
        return categories.isEmpty()
                ? age + " · " + household
                : age + " · " + household + " · " + String.join(", ", categories);
    }

    private ObjectNode facts(Guest guest, long bill) {
        var at = guest.alternative();
        var facts = JSON.objectNode();
        var elder = facts.putObject("elder");
        elder.put("birthDate", date.minusYears(guest.age()).toString());
        elder.putObject("household")
                .put("kind", household(at))
                .put("division", street(at + "/householdIn"));
        elder.put("residenceDivision", street(at + "/residenceIn"));
        var categories = elder.putArray("categories");
        categories(at).forEach(categories::add);
        elder.put("careGrade", number(at + "/minCareGrade", 0));
        elder.putArray("stays");
        elder.put("status", "ACTIVE").putNull("deceasedOn");
        facts.putObject("site")
                .put("division", street("/where/siteIn"))
                .put("type", first("/where/siteTypes", "STATION"))
                .put("grade", number("/where/minSiteGrade", 0))
                .put("listed", true);
        facts.putObject("meal")
                .put("serviceDate", date.toString())
                .put("slot", first("/when/slots", "LUNCH"))
                .put("fulfilment", first("/how", "DINE_IN"))
                .put("grossFen", bill)
                .put("billFen", bill);
        facts.putArray("used");
        facts.put("mealsThatDay", 0);
        facts.putObject("calendar")
                .put(date.toString(), !policy.text("/when/calendar").equals("RESTDAY"));
        return facts;
    }

    private List<String> categories(String at) {
        List<String> categories = new ArrayList<>(policy.words(at + "/allCategories"));
        policy.words(at + "/anyCategory").stream()
                .limit(1)
                .filter(category -> !categories.contains(category))
                .forEach(categories::add);
        return categories;
    }

    private String household(String at) {
        return policy.maybe(at + "/household").orElse("LOCAL");
    }

    /// A street in the first division of a list, or in the owner's area.
    private String street(String pointer) {
        var division = first(pointer, policy.text("/owner"));
        if (division.length() >= STREET_DIGITS) {
            return division;
        }
        return division.length() < DISTRICT_DIGITS
                ? division + BEIJING_DISTRICT.substring(division.length() - 2) + STREET
                : division + STREET;
    }

    private String first(String pointer, String instead) {
        return policy.words(pointer).stream().findFirst().orElse(instead);
    }

    private int number(String pointer, int instead) {
        return policy.document().at(pointer).asInt(instead);
    }

    /// The first day in force on a weekday on which the policy grants.
    private static LocalDate date(Policy policy) {
        var from = LocalDate.parse(policy.text("/effectiveFrom"));
        var weekdays = policy.words("/when/weekdays");
        return from.datesUntil(from.plusWeeks(1))
                .filter(day ->
                        weekdays.isEmpty()
                                || weekdays.contains(day.getDayOfWeek().name().substring(0, 3)))
                .findFirst()
                .orElse(from);
    }
}
