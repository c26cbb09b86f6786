package org.nuancan.console.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nuancan.console.page.Frame;
import org.nuancan.console.page.Payers;

/// A policy in words, for people who release it.
public final class PolicyWords {

    private static final List<String> LISTS = List.of("anyCategory", "allCategories", "noCategory");
    private static final List<String> PLACES = List.of("householdIn", "residenceIn");

    /// A part of a policy.
    ///
    /// @param label what the part is about
    /// @param sentences several are alternatives, or hold together, as the label says
    public record Part(String label, List<String> sentences) {}

    private final Frame frame;
    private final Policy policy;

    private PolicyWords(Frame frame, Policy policy) {
        this.frame = frame;
        this.policy = policy;
    }

    /// The parts of a policy in the order in which it is applied.
    public static List<Part> of(Frame frame, Policy policy) {
        return new PolicyWords(frame, policy).parts();
    }

    /// How much a policy grants, in a few words.
    public static String amount(Frame frame, Policy policy) {
        return String.join("; ", new AmountWords(frame, policy).amounts());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        add(parts, "policy.period", List.of(period()));
        add(parts, "policy.who", who());
        add(parts, "policy.where", List.of(where()));
        add(parts, "policy.when", List.of(when()));
        add(parts, "policy.bill", bill());
        add(parts, "policy.amount", new AmountWords(frame, policy).amounts());
        add(parts, "policy.limits", limits());
        add(parts, "policy.funding", funding());
        add(parts, "policy.order", List.of(order()));
        return parts;
    }

    private void add(List<Part> parts, String label, List<String> sentences) {
        if (!sentences.isEmpty()) {
            parts.add(new Part(frame.t(label), sentences));
        }
    }

    private String period() {
        var to = policy.maybe("/effectiveTo").orElse(frame.t("policies.open-end"));
        return policy.text("/effectiveFrom") + " – " + to;
    }

    private List<String> who() {
        var alternatives = policy.entries("/who").stream().map(this::who).toList();
        return alternatives.isEmpty() ? List.of(frame.t("policy.who.all")) : alternatives;
    }

    private String who(String at) {
        List<String> demands = new ArrayList<>();
        number(demands, at, "minAge");
        number(demands, at, "maxAge");
        policy.maybe(at + "/household")
                .ifPresent(kind -> demands.add(frame.word("household", kind)));
        PLACES.stream()
                .filter(place -> policy.has(at + "/" + place))
                .forEach(place -> demands.add(frame.t("policy." + place, codes(at + "/" + place))));
        LISTS.stream()
                .filter(list -> policy.has(at + "/" + list))
                .forEach(list ->
                        demands.add(frame.t("policy." + list, words("category", at + "/" + list))));
        number(demands, at, "minCareGrade");
        number(demands, at, "maxCareGrade");
        if (policy.has(at + "/notInInstitution")) {
            demands.add(frame.t("policy.notInInstitution"));
        }
        return demands.isEmpty() ? frame.t("policy.who.all") : String.join(" · ", demands);
    }

    private void number(List<String> demands, String at, String name) {
        policy.maybe(at + "/" + name)
                .ifPresent(value -> demands.add(frame.t("policy." + name, value)));
    }

    private String where() {
        List<String> demands = new ArrayList<>();
        demands.add(
                frame.t(
                        "policy.within." + policy.text("/where/within"),
                        frame.word("policy.of", policy.text("/where/of"))));
        if (policy.has("/where/siteTypes")) {
            demands.add(words("site", "/where/siteTypes"));
        }
        if (policy.has("/where/siteIn")) {
            demands.add(frame.t("policy.siteIn", codes("/where/siteIn")));
        }
        if (!policy.text("/where/minSiteGrade").equals("0")) {
            demands.add(frame.t("policy.minSiteGrade", policy.text("/where/minSiteGrade")));
        }
        if (policy.has("/where/listedOnly")) {
            demands.add(frame.t("policy.listedOnly"));
        }
        return String.join(" · ", demands);
    }

    private String when() {
        List<String> demands = new ArrayList<>();
        demands.add(
                policy.has("/when/slots")
                        ? words("slot", "/when/slots")
                        : frame.t("policy.slots.all"));
        if (policy.has("/when/weekdays")) {
            demands.add(words("weekday", "/when/weekdays"));
        }
        if (!policy.text("/when/calendar").equals("ANY")) {
            demands.add(frame.word("calendar", policy.text("/when/calendar")));
        }
        if (policy.has("/how")) {
            demands.add(words("fulfilment", "/how"));
        }
        return String.join(" · ", demands);
    }

    private List<String> bill() {
        List<String> demands = new ArrayList<>();
        for (var bound : List.of("moreThanFen", "atLeastFen", "atMostFen")) {
            policy.fen("/bill/" + bound)
                    .ifPresent(fen ->
                            demands.add(
                                    frame.t(
                                            "policy." + bound,
                                            frame.word("basis", policy.text("/bill/basis")),
                                            frame.yuan(fen))));
        }
        if (policy.has("/needsDinerGrant")) {
            demands.add(frame.t("policy.needsDinerGrant"));
        }
        return demands;
    }

    private List<String> limits() {
        return policy.entries("/limits").stream().map(this::limit).toList();
    }

    private String limit(String at) {
        var window =
                frame.word("limit-on", policy.text(at + "/on"))
                        + " "
                        + frame.word("limit-per", policy.text(at + "/per"));
        var meals =
                policy.maybe(at + "/meals").map(count -> " " + frame.t("policies.meals", count));
        var fen = policy.fen(at + "/fen").map(sum -> " " + frame.yuan(sum));
        return window + meals.orElse("") + fen.orElse("");
    }

    private List<String> funding() {
        return policy.entries("/funding").stream()
                .map(at ->
                        Payers.name(frame, policy.text(at + "/payer"))
                                + " ×"
                                + policy.text(at + "/weight"))
                .toList();
    }

    private String order() {
        var place = frame.t("policy.order.of", policy.text("/stage"), policy.text("/priority"));
        return policy.maybe("/group")
                .map(group -> place + " · " + frame.t("policy.group.of", group))
                .orElse(place);
    }

    private String words(String group, String at) {
        return policy.words(at).stream()
                .map(word -> frame.word(group, word))
                .collect(Collectors.joining(frame.t("policy.or")));
    }

    private String codes(String at) {
        return policy.words(at).stream()
                .map(code -> frame.word("payer", code))
                .collect(Collectors.joining(frame.t("policy.or")));
    }
}
