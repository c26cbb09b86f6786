package org.nuancan.delivery.dispatch;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nuancan.day.BusinessDay;
import org.nuancan.delivery.Run;
import org.nuancan.delivery.RunMapper;
import org.nuancan.document.Paper;
import org.nuancan.document.Paper.Column;
import org.nuancan.document.Pdf;
import org.nuancan.document.Typefaces;
import org.nuancan.kitchen.Serving;
import org.nuancan.provider.site.Sites;

/// Prints the sheet that a rider takes along.
@Singleton
final class RunSheet {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(BusinessDay.ZONE);

    private static final float SIZE = 9;
    private static final List<Column> COLUMNS =
            List.of(
                    Column.strong("站", 2),
                    Column.plain("时刻 At", 3),
                    Column.strong("老人 Elder", 4),
                    Column.plain("地址 Address", 9),
                    Column.plain("菜品 Dishes", 7),
                    Column.strong("注意 Mind", 6),
                    Column.plain("收款 To pay", 4),
                    Column.plain("签收 Received", 5));

    private final RunMapper showing;
    private final Sites sites;
    private final Typefaces type;

    RunSheet(RunMapper showing, Sites sites, Typefaces type) {
        this.showing = showing;
        this.sites = sites;
        this.type = type;
    }

    Pdf print(Run run) {
        var carried = showing.servings(run).stream().filter(Serving::isCarried).toList();
        var site = sites.findNow(run.parties().siteId()).orElseThrow();
        var rows = new ArrayList<List<String>>();
        for (var serving : carried) {
            rows.add(row(rows.size() + 1, serving, run));
        }
        var portions = carried.stream().mapToInt(Serving::portions).sum();
        return Paper.upright(type, SIZE, "暖餐 Nuancan · " + run.runId())
                .title("送餐单 Run sheet")
                .text("%s · %s · %s".formatted(site.name(), run.date(), run.slot()))
                .text("骑手 Rider: " + run.rider())
                .text(
                        "共 %d 站 %d 份 · %d stops, %d portions"
                                .formatted(carried.size(), portions, carried.size(), portions))
                .heading("站点 Stops")
                .table(COLUMNS, rows)
                .finished();
    }

    private static List<String> row(int position, Serving serving, Run run) {
        var planned =
                run.stops().stream()
                        .filter(stop -> stop.orderId() == serving.orderId())
                        .findFirst()
                        .flatMap(Run.Stop::plannedAt);
        var fen = serving.order().agreed().elderPays().value();
        return List.of(
                Integer.toString(position),
                planned.map(TIME::format).orElse(""),
                serving.maskedName(),
                serving.order().address(),
                serving.plates().stream()
                        .map(plate -> "%s ×%d".formatted(plate.nameZh(), plate.quantity()))
                        .collect(Collectors.joining("\n")),
                serving.warning(),
                "%d.%02d".formatted(fen / 100, fen % 100),
                "");
    }
}
