package org.nuancan.console.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A table as a page shows it.
///
/// What is there to press or to fill in is left out. A cell of a column of numbers may have words
/// beside its number; these get a column of their own.
///
/// @param id its id in the page, without `table-`
/// @param title its caption
/// @param rows each with as many cells as headings
public record ShownTable(
        String id, String title, List<String> headings, List<List<ShownCell>> rows) {

    private static final String CONTROLS =
            "form, button, script, input, select, textarea, details, .noprint, tr.more, tr.none";

    /// Elements before which a text of its own begins.
    private static final String PARTS = "small, br, p, li, span.state";

    private static final char BREAK = '\n';

    /// The table of a page with this id, if the page has one.
    public static Optional<ShownTable> find(String html, String id, TableWords words) {
        var page = Jsoup.parse(html);
        return Optional.ofNullable(page.getElementById("table-" + id))
                .filter(table -> table.tagName().equals("table"))
                .map(table -> read(page, table, id, words));
    }

    private static ShownTable read(Document page, Element table, String id, TableWords words) {
        table.select("input[type=number]").forEach(field -> field.after(field.val()));
        table.select(CONTROLS).remove();
        table.select(PARTS).forEach(part -> part.before(String.valueOf(BREAK)));
        var title = table.select("caption").text();
        List<Column> columns = new ArrayList<>();
        var heads = table.select("thead th");
        var lines = table.select("tbody tr, tfoot tr");
        for (var at = 0; at < heads.size(); at++) {
            var column = Column.read(heads.get(at), lines, at);
            if (!column.isEmpty()) {
                columns.add(column);
            }
        }
        List<String> headings = new ArrayList<>();
        columns.forEach(column -> column.addHeadings(headings, words));
        List<List<ShownCell>> rows = new ArrayList<>();
        for (var line = 0; line < lines.size(); line++) {
            List<ShownCell> row = new ArrayList<>();
            for (var column : columns) {
                column.addCells(row, line);
            }
            rows.add(List.copyOf(row));
        }
        if (!page.select("a[rel=next]").isEmpty()) {
            rows.add(List.of(new ShownCell.Words(words.cut())));
        }
        return new ShownTable(id, title, List.copyOf(headings), List.copyOf(rows));
    }

    /// A column, read cell by cell.
    private record Column(String heading, List<ShownCell> cells, List<String> notes) {

        static Column read(Element head, List<Element> lines, int at) {
            var isNumeric = head.hasClass("sum");
            List<ShownCell> cells = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            for (var line : lines) {
                var parts = at < line.childrenSize() ? parts(line.child(at)) : List.<String>of();
                var first = ShownCell.of(parts.isEmpty() ? "" : parts.getFirst(), isNumeric);
                var isNumber = isNumeric && !(first instanceof ShownCell.Words);
                cells.add(isNumber ? first : ShownCell.of(String.join("; ", parts), isNumeric));
                notes.add(isNumber ? String.join("; ", parts.subList(1, parts.size())) : "");
            }
            return new Column(head.text(), cells, notes);
        }

        private static List<String> parts(Element cell) {
            return cell.wholeText()
                    .lines()
                    .map(part -> part.replaceAll("\\s+", " ").strip())
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /// A column of boxes to tick, or one without a heading and content.
        boolean isEmpty() {
            return heading.isEmpty() && cells.stream().allMatch(ShownCell.NONE::equals);
        }

        private boolean hasNotes() {
            return notes.stream().anyMatch(note -> !note.isEmpty());
        }

        void addHeadings(List<String> headings, TableWords words) {
            var isMoney = cells.stream().anyMatch(ShownCell.Money.class::isInstance);
            headings.add(isMoney ? heading + " (" + words.yuan() + ")" : heading);
            if (hasNotes()) {
                headings.add(heading + " (" + words.note() + ")");
            }
        }

        void addCells(List<ShownCell> row, int line) {
            row.add(cells.get(line));
            if (hasNotes()) {
                row.add(new ShownCell.Words(notes.get(line)));
            }
        }
    }
}
