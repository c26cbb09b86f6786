package org.nuancan.finance.statement;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.nuancan.document.Paper;
import org.nuancan.document.Paper.Column;
import org.nuancan.document.Paper.Pair;
import org.nuancan.document.Pdf;
import org.nuancan.document.Typefaces;
import org.nuancan.finance.grid.Control;

/// A statement as a PDF to be printed, signed and filed.
final class StatementPaper {

    private static final int SIZE = 9;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(SHANGHAI);

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("小票 receipt", 3, false),
                    new Column("类型 kind", 2.4f, false),
                    new Column("助餐点 site", 3, false),
                    new Column("时间 time", 3, false),
                    new Column("毛额 gross", 1.8f, true),
                    new Column("自收 collected", 1.8f, true),
                    new Column("补贴 granted", 1.8f, true),
                    new Column("运营 incentive", 1.8f, true),
                    new Column("自担 discount", 1.8f, true),
                    new Column("调整 adjusted", 1.8f, true),
                    new Column("应付 payable", 1.8f, true));

    private StatementPaper() {}

    /// @param proof address of the statement's proof
    static Pdf print(StatementFile file, Control control, String proof, Typefaces type) {
        var statement = file.statement();
        var content = statement.content();
        var paper =
                Paper.wide(type, SIZE, "%s %s".formatted(file.provider(), content.date()))
                        .title("结算单 Statement")
                        .pairs(summary(file))
                        .heading("应付 %s 元 payable".formatted(content.sums().payable().inYuan()))
                        .pairs(sums(file))
                        .heading("出资方 By fund")
                        .pairs(
                                content.funds().stream()
                                        .map(fund -> new Pair(fund.payer(), fund.fen().inYuan()))
                                        .toList())
                        .heading("明细 Lines")
                        .table(
                                COLUMNS,
                                () -> file.lines().stream().map(StatementPaper::row).iterator())
                        .text(
                                "%d 行，合计 %s 元，截至 %s / %d rows, %s yuan, as of %s"
                                        .formatted(
                                                control.rows(),
                                                control.sum().inYuan(),
                                                MINUTE.format(control.asOf()),
                                                control.rows(),
                                                control.sum().inYuan(),
                                                control.asOf()))
                        .qr(
                                proof,
                                "哈希 contentHash (SM3)\n%s\n\n扫码验证本结算单 scan to check this statement"
                                        .formatted(statement.contentHash()));
        return paper.finished();
    }

    private static List<Pair> summary(StatementFile file) {
        var statement = file.statement();
        var content = statement.content();
        return List.of(
                new Pair("服务机构 provider", file.provider()),
                new Pair("日期 date", content.date().toString()),
                new Pair("编号 statementId", Long.toString(statement.id())),
                new Pair("状态 state", statement.state().name()),
                new Pair("订单 orders", Long.toString(content.counts().orders())),
                new Pair("退款 refunds", Long.toString(content.counts().refunds())));
    }

    private static List<Pair> sums(StatementFile file) {
        var statement = file.statement();
        var sums = statement.content().sums();
        return List.of(
                new Pair("毛额 gross", sums.gross().inYuan()),
                new Pair("自收 collected", sums.collected().inYuan()),
                new Pair("平台收 by acquirer", sums.platformCollected().inYuan()),
                new Pair("自担 discount", sums.discount().inYuan()),
                new Pair("就餐补贴 diner grants", sums.dinerGrant().inYuan()),
                new Pair("他方 elsewhere", sums.elsewhere().inYuan()),
                new Pair("运营补贴 incentive", sums.incentive().inYuan()),
                new Pair("调整 adjustment", sums.adjustment().inYuan()),
                new Pair("此前结转 carried", statement.carried().inYuan()),
                new Pair("暂扣 held", statement.held().inYuan()));
    }

    private static List<String> row(StatementFile.Line line) {
        var sums = line.sums();
        return List.of(
                line.receipt(),
                line.entry().kind().name(),
                line.siteName().orElse(""),
                MINUTE.format(line.entry().dates().happenedAt()),
                sums.gross().inYuan(),
                sums.collected().inYuan(),
                sums.dinerGrant().inYuan(),
                sums.incentive().inYuan(),
                sums.discount().inYuan(),
                sums.adjustment().inYuan(),
                sums.payable().inYuan());
    }
}
