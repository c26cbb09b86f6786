package org.nuancan.elder.importing.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nuancan.elder.CardKind;
import org.nuancan.policy.fact.Category;
import org.nuancan.policy.fact.Household;

/// The words that registers in Chinese use for the values of the contract.
final class ImportWords {

    static final Map<String, Category> CATEGORIES =
            both(
                    Category.values(),
                    Map.ofEntries(
                            Map.entry("特困", Category.EXTREME_POVERTY),
                            Map.entry("低保", Category.MINIMUM_LIVING),
                            Map.entry("低收入", Category.LOW_INCOME),
                            Map.entry("失能", Category.DISABLED),
                            Map.entry("失智", Category.DEMENTIA),
                            Map.entry("重度残疾", Category.SEVERE_DISABILITY),
                            Map.entry("计生特殊", Category.FAMILY_PLANNING_SPECIAL),
                            Map.entry("独居", Category.LIVING_ALONE),
                            Map.entry("空巢", Category.EMPTY_NEST),
                            Map.entry("优抚", Category.PREFERENTIAL_TREATMENT),
                            Map.entry("三属五老", Category.VETERAN_CADRE)));

    static final Map<String, Household.Kind> HOUSEHOLDS =
            both(
                    Household.Kind.values(),
                    Map.of(
                            "本市", Household.Kind.LOCAL,
                            "本市户籍", Household.Kind.LOCAL,
                            "外埠", Household.Kind.NON_LOCAL,
                            "非本市", Household.Kind.NON_LOCAL,
                            "非本市户籍", Household.Kind.NON_LOCAL));

    static final Map<String, CardKind> CARDS =
            both(
                    CardKind.values(),
                    Map.of(
                            "", CardKind.SENIOR_CARD,
                            "养老助残卡", CardKind.SENIOR_CARD,
                            "社保卡", CardKind.SOCIAL_SECURITY,
                            "临时卡", CardKind.TEMPORARY));

    private ImportWords() {}

    private static <E extends Enum<E>> Map<String, E> both(E[] values, Map<String, E> words) {
        var both = new HashMap<>(words);
        Arrays.stream(values).forEach(value -> both.put(value.name(), value));
        return Map.copyOf(both);
    }
}
