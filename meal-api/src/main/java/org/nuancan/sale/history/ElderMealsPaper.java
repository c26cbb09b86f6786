package org.nuancan.sale.history;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.nuancan.document.Paper;
import org.nuancan.document.Paper.Column;
import org.nuancan.document.Pdf;
import org.nuancan.document.Typefaces;
import org.nuancan.elder.lookup.ElderAtTable;
import org.nuancan.money.Fen;
import org.nuancan.policy.Side;
import org.nuancan.policy.fact.Slot;
import org.nuancan.policy.quote.Grant;
import org.nuancan.provider.site.SiteOnFile;
import org.nuancan.provider.site.Sites;

/// Prints an elder's month in large type: meals with their sites, payments and grants.
@Singleton
final class ElderMealsPaper {

    private static final int LARGE = 16;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("日期", 2, false),
                    new Column("餐次", 1.2f, false),
                    new Column("助餐点", 3.2f, false),
                    new Column("自付", 1.7f, true),
                    new Column("补贴", 1.7f, true),
                    new Column("退款", 1.7f, true));

    private final Typefaces type;
    private final Sites sites;

    ElderMealsPaper(Typefaces type, Sites sites) {
        this.type = type;
        this.sites = sites;
    }

    Pdf print(ElderAtTable elder, ElderMeals meals, Instant asOf) {
        return Paper.upright(type, LARGE, "%s %s".formatted(elder.maskedName(), meals.month()))
                .title("%s 用餐记录 %s".formatted(elder.maskedName(), meals.month()))
                .text(
                        "%s 年 %d 月以您的名义用餐的记录，金额单位为元。如有您没有吃过的餐，请告诉社区或街道。"
                                .formatted(meals.month().getYear(), meals.month().getMonthValue()))
                .text(
                        "Meals in your name; amounts in yuan. Tell your street of any that you did"
                                + " not eat.")
                .heading("共 %d 餐".formatted(meals.meals().size()))
                .table(COLUMNS, () -> meals.meals().stream().map(this::row).iterator())
                .text(
                        "合计：自付 %s 元，补贴 %s 元"
                                .formatted(meals.paidFen().inYuan(), meals.grantedFen().inYuan()))
                .text("打印时间 %s".formatted(MINUTE.format(asOf)))
                .finished();
    }

    private List<String> row(ElderMeals.Meal meal) {
        var granted =
                Fen.sum(
                        meal.grants().stream()
                                .filter(grant -> grant.side() == Side.DINER)
                                .map(Grant::fen)
                                .toList());
        return List.of(
                "%d 月 %d 日"
                        .formatted(
                                meal.serviceDate().getMonthValue(),
                                meal.serviceDate().getDayOfMonth()),
                slot(meal.slot()),
                sites.find(meal.siteId().value()).map(SiteOnFile::name).orElse(""),
                meal.elderPaysFen().inYuan(),
                granted.inYuan(),
                meal.refundedFen().isZero() ? "" : meal.refundedFen().inYuan());
    }

    private static String slot(Slot slot) {
        return switch (slot) {
            case BREAKFAST -> "早餐";
            case LUNCH -> "午餐";
            case DINNER -> "晚餐";
        };
    }
}
