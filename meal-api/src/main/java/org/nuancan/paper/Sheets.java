package org.nuancan.paper;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.HeaderFooter;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// Prints tables on A4.
@Singleton
public final class Sheets {

    private static final float MARGIN = LabelFormat.points(12);
    private static final float PADDING = 3;
    private static final float SHADE = 0.9f;

    private final Type type;

    Sheets(Type type) {
        this.type = type;
    }

    /// A PDF.
    public byte[] print(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN)) {
            var _ = PdfWriter.getInstance(document, bytes);
            var foot = new HeaderFooter(new Phrase(sheet.foot() + "  ", type.plain(8)), true);
            foot.setBorder(0);
            document.setFooter(foot);
            document.open();
            document.addCreator("Nuancan");
            document.add(new Paragraph(sheet.title(), type.strong(16)));
            for (var line : sheet.lines()) {
                document.add(new Paragraph(line, type.plain(10)));
            }
            for (var table : sheet.tables()) {
                var caption = new Paragraph(table.caption(), type.strong(11));
                caption.setSpacingBefore(8);
                caption.setSpacingAfter(4);
                document.add(caption);
                document.add(drawn(table));
            }
        }
        return bytes.toByteArray();
    }

    private PdfPTable drawn(Sheet.Table table) {
        var widths = new int[table.columns().size()];
        for (var at = 0; at < widths.length; at++) {
            widths[at] = table.columns().get(at).width();
        }
        var drawn = new PdfPTable(widths.length);
        drawn.setWidths(widths);
        drawn.setWidthPercentage(100);
        drawn.setHeaderRows(1);
        drawn.setSplitRows(false);
        for (var column : table.columns()) {
            var cell = cell(column.name(), true);
            cell.setGrayFill(SHADE);
            drawn.addCell(cell);
        }
        for (var row : table.rows()) {
            for (var at = 0; at < widths.length; at++) {
                drawn.addCell(cell(row.get(at), table.columns().get(at).isStrong()));
            }
        }
        return drawn;
    }

    private PdfPCell cell(String text, boolean isStrong) {
        var cell = new PdfPCell(new Phrase(text, isStrong ? type.strong(9) : type.plain(9)));
        cell.setPadding(PADDING);
        return cell;
    }
}
