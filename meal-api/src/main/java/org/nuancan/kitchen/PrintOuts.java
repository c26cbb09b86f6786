package org.nuancan.kitchen;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuancan.day.BusinessDay;
import org.nuancan.document.Label;
import org.nuancan.document.LabelFormat;
import org.nuancan.document.Labels;
import org.nuancan.document.Paper;
import org.nuancan.document.Paper.Column;
import org.nuancan.document.Pdf;
import org.nuancan.document.Typefaces;
import org.nuancan.kitchen.batch.Batch;
import org.nuancan.kitchen.batch.KitchenSettings;
import org.nuancan.ordering.Preorder;
import org.nuancan.policy.fact.Slot;

/// Prints the production sheet of a kitchen and a label for each portion.
@Singleton
final class PrintOuts {

    /// Input for labels.
    ///
    /// @param cooked the orders
    /// @param stops the orders' places on runs
    /// @param batches batches that were reported
    /// @param dropPointName gives the name of a drop point
    record Portions(
            Collection<Serving> cooked,
            Map<Long, StopNumbers.Stop> stops,
            Collection<Batch> batches,
            UnaryOperator<String> dropPointName) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(BusinessDay.ZONE);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessDay.ZONE);

    private static final float SIZE = 9;

    private final Labels labels;
    private final Typefaces type;
    private final KitchenSettings rules;

    PrintOuts(Labels labels, Typefaces type, KitchenSettings rules) {
        this.labels = labels;
        this.type = type;
        this.rules = rules;
    }

    Pdf production(
            String site, ProductionController.Answer counted, UnaryOperator<String> dropPointName) {
        var taken = "统计时刻 Taken at " + INSTANT.format(counted.takenAt());
        var paper =
                Paper.upright(type, SIZE, taken)
                        .title("生产单 Production sheet")
                        .text("%s · %s · %s".formatted(site, counted.date(), slot(counted.slot())))
                        .text(taken)
                        .text(
                                "共 %d 单 %d 份 · %d orders, %d portions"
                                        .formatted(
                                                counted.orders(),
                                                counted.portions(),
                                                counted.orders(),
                                                counted.portions()));
        dishes(paper, counted, dropPointName);
        if (!counted.different().isEmpty()) {
            different(paper, counted, dropPointName);
        }
        if (counted.since() != null) {
            changes(paper, counted, dropPointName);
        }
        return paper.finished();
    }

    private static void dishes(
            Paper paper, ProductionController.Answer counted, UnaryOperator<String> dropPointName) {
        var rows = new ArrayList<List<String>>();
        for (var dish : counted.dishes()) {
            rows.add(List.of(dish.nameZh(), "合计 total", "", Integer.toString(dish.portions())));
            for (var count : dish.counts()) {
                rows.add(
                        List.of(
                                "",
                                DietWords.diet(count.diet()),
                                dropPointName.apply(count.dropPoint()),
                                Integer.toString(count.portions())));
            }
        }
        paper.heading("按菜品、饮食、送达点 By dish, diet, drop point")
                .table(
                        List.of(
                                Column.strong("菜品 Dish", 4),
                                Column.plain("饮食 Diet", 4),
                                Column.plain("送达点 Drop point", 4),
                                Column.strong("份 Portions", 2)),
                        rows);
    }

    private static void different(
            Paper paper, ProductionController.Answer counted, UnaryOperator<String> dropPointName) {
        paper.heading("需单独处理 To be made differently")
                .table(
                        List.of(
                                Column.plain("老人 Elder", 2),
                                Column.strong("注意 Mind", 6),
                                Column.plain("菜品 Dish", 3),
                                Column.plain("份", 1),
                                Column.plain("送达点 Drop point", 3)),
                        counted.different().stream()
                                .map(one ->
                                        List.of(
                                                one.maskedName(),
                                                DietWords.warning(one.unmet(), one.allergens()),
                                                one.sku(),
                                                Integer.toString(one.quantity()),
                                                dropPointName.apply(one.dropPoint())))
                                .toList());
    }

    private static void changes(
            Paper paper, ProductionController.Answer counted, UnaryOperator<String> dropPointName) {
        var since = Optional.ofNullable(counted.since()).map(INSTANT::format).orElse("");
        paper.heading("变化 Changes since " + since)
                .table(
                        List.of(
                                Column.strong("±", 1),
                                Column.plain("菜品 Dish", 3),
                                Column.plain("饮食 Diet", 3),
                                Column.plain("送达点 Drop point", 3),
                                Column.plain("时刻 At", 2)),
                        counted.changes().stream()
                                .map(one ->
                                        List.of(
                                                (one.kind().equals("ADDED") ? "+" : "−")
                                                        + one.quantity(),
                                                one.sku(),
                                                DietWords.diet(one.diet()),
                                                dropPointName.apply(one.dropPoint()),
                                                TIME.format(one.at())))
                                .toList());
    }

    /// A label for each portion; portions on runs come first, in the order of delivery.
    Pdf labels(LabelFormat format, Portions portions) {
        var far = new StopNumbers.Stop(Integer.MAX_VALUE, 0, "");
        var ordered =
                portions.cooked().stream()
                        .sorted(
                                Comparator.comparingInt((Serving one) ->
                                                portions.stops()
                                                        .getOrDefault(one.orderId(), far)
                                                        .run())
                                        .thenComparingInt(one ->
                                                portions.stops()
                                                        .getOrDefault(one.orderId(), far)
                                                        .stop())
                                        .thenComparing(Serving::dropPoint)
                                        .thenComparingLong(Serving::orderId))
                        .toList();
        var all = new ArrayList<Label>();
        for (var serving : ordered) {
            for (var plate : serving.plates()) {
                for (var portion = 0; portion < plate.quantity(); portion++) {
                    all.add(label(serving, plate, portions));
                }
            }
        }
        return labels.print(format, all);
    }

    private Label label(Serving serving, Plate plate, Portions portions) {
        var stop = Optional.ofNullable(portions.stops().get(serving.orderId()));
        var place = portions.dropPointName().apply(serving.dropPoint());
        return new Label(
                stop.map(one -> "线 %d · 站 %d".formatted(one.run(), one.stop())).orElse(place),
                serving.maskedName(),
                serving.order().address(),
                plate.nameZh(),
                DietWords.warning(plate.unmet(), serving.allergens()),
                "请于 %s 前食用 Eat before"
                        .formatted(eatBefore(serving, plate.sku(), portions.batches())),
                accepted(serving.order().agreed().accepted(), plate),
                "NC-" + serving.orderId());
    }

    /// Name of the person who ordered the plate in knowledge that it does not suit the elder.
    private static String accepted(Preorder.Accepted accepted, Plate plate) {
        var allergen =
                accepted.allergenBy()
                        .filter(_ -> !plate.forbidden().isEmpty())
                        .map(by -> "过敏原已确认 allergen accepted: " + by);
        var diet =
                accepted.dietBy()
                        .filter(_ -> !plate.unmet().isEmpty())
                        .map(by -> "饮食已确认 diet accepted: " + by);
        return Stream.of(allergen, diet)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /// Two hours after the first batch was cooked; the customary time of the slot if none was
    /// reported.
    private String eatBefore(Serving serving, String sku, Collection<Batch> batches) {
        Optional<Instant> cooked =
                batches.stream()
                        .filter(batch -> batch.sku().equals(sku))
                        .map(Batch::cookedAt)
                        .min(Comparator.naturalOrder());
        return cooked.map(at -> TIME.format(at.plus(rules.leaveWithin())))
                .orElseGet(() -> rules.eatBefore(serving.order().when().slot()).toString());
    }

    private static String slot(Slot slot) {
        return switch (slot) {
            case BREAKFAST -> "早餐 breakfast";
            case LUNCH -> "午餐 lunch";
            case DINNER -> "晚餐 dinner";
        };
    }
}
