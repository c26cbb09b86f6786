package org.nuancan.finance.statement;

import com.github.f4b6a3.tsid.Tsid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.nuancan.close.statement.Statement;
import org.nuancan.close.statement.Sums;
import org.nuancan.finance.grid.Cell;
import org.nuancan.finance.grid.Grid;
import org.nuancan.ledger.Entry;
import org.nuancan.money.Fen;

/// A statement with the lines that the reader may see.
///
/// @param statement the head
/// @param provider the provider's name
/// @param lines in the order in which they are hashed
record StatementFile(Statement statement, String provider, List<Line> lines) {

    /// @param siteName empty if the site is unknown
    record Line(Entry entry, Sums sums, Optional<String> siteName) {

        String receipt() {
            var order = entry.subject().orderId();
            return order.isPresent() ? Tsid.from(order.getAsLong()).toString() : "";
        }
    }

    StatementFile {
        lines = List.copyOf(lines);
    }

    /// Sum of the lines; it equals the statement's `payableFen` if the reader sees all lines.
    Fen payable() {
        return Fen.sum(lines.stream().map(line -> line.sums().payable()).toList());
    }

    /// The sums of the statement.
    Grid summary() {
        var content = statement.content();
        var sums = content.sums();
        var rows = new ArrayList<List<Cell>>();
        rows.add(row("结算单 statementId", statement.id()));
        rows.add(row("服务机构 provider", provider));
        rows.add(row("服务机构编号 providerId", content.providerId()));
        rows.add(row("日期 date", content.date()));
        rows.add(row("状态 state", statement.state()));
        rows.add(List.of(Cell.text("订单 orders"), Cell.count(content.counts().orders())));
        rows.add(List.of(Cell.text("退款 refunds"), Cell.count(content.counts().refunds())));
        rows.add(amount("毛额(分) grossFen", sums.gross()));
        rows.add(amount("自收(分) collectedFen", sums.collected()));
        rows.add(amount("平台收(分) platformCollectedFen", sums.platformCollected()));
        rows.add(amount("自担(分) discountFen", sums.discount()));
        rows.add(amount("就餐补贴(分) dinerGrantFen", sums.dinerGrant()));
        rows.add(amount("他方(分) elsewhereFen", sums.elsewhere()));
        rows.add(amount("运营补贴(分) incentiveFen", sums.incentive()));
        rows.add(amount("调整(分) adjustmentFen", sums.adjustment()));
        rows.add(amount("应付(分) payableFen", sums.payable()));
        rows.add(amount("此前结转(分) carriedFen", statement.carried()));
        rows.add(amount("暂扣(分) heldFen", statement.held()));
        content.funds()
                .forEach(fund -> rows.add(amount("出资方 " + fund.payer() + " (分)", fund.fen())));
        rows.add(row("哈希 contentHash", statement.contentHash()));
        rows.add(row("前一张 previousHash", content.previousHash().orElse("")));
        return new Grid("结算单 Statement", List.of("项目 item", "值 value"), rows);
    }

    private static List<Cell> row(String name, Object value) {
        return List.of(Cell.text(name), Cell.text(value));
    }

    private static List<Cell> amount(String name, Fen value) {
        return List.of(Cell.text(name), Cell.fen(value));
    }

    private static final List<String> LINE_HEADINGS =
            List.of(
                    "journalId",
                    "kind",
                    "orderId",
                    "receiptNumber",
                    "siteId",
                    "siteName",
                    "serviceDate",
                    "happenedAt",
                    "grossFen",
                    "collectedFen",
                    "platformCollectedFen",
                    "discountFen",
                    "dinerGrantFen",
                    "elsewhereFen",
                    "incentiveFen",
                    "adjustmentFen",
                    "payableFen");

    /// The lines, one in each row; `payableFen` adds up to [#payable].
    Grid table() {
        return new Grid(
                "明细 Lines", LINE_HEADINGS, lines.stream().map(StatementFile::cells).toList());
    }

    private static List<Cell> cells(Line line) {
        var entry = line.entry();
        var sums = line.sums();
        return List.of(
                Cell.text(entry.journalId()),
                Cell.text(entry.kind()),
                Cell.text(id(entry.subject().orderId())),
                Cell.text(line.receipt()),
                Cell.text(id(entry.subject().siteId())),
                Cell.text(line.siteName().orElse("")),
                Cell.text(entry.dates().service()),
                Cell.text(entry.dates().happenedAt()),
                Cell.fen(sums.gross()),
                Cell.fen(sums.collected()),
                Cell.fen(sums.platformCollected()),
                Cell.fen(sums.discount()),
                Cell.fen(sums.dinerGrant()),
                Cell.fen(sums.elsewhere()),
                Cell.fen(sums.incentive()),
                Cell.fen(sums.adjustment()),
                Cell.fen(sums.payable()));
    }

    private static String id(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : "";
    }
}
