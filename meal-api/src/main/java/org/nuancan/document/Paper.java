package org.nuancan.document;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// Builds a PDF from top to bottom.
public final class Paper {

    private static final float MARGIN = 36;
    private static final float FOOT = 48;
    private static final float QR_SIZE = 110;
    private static final float PADDING = 3;
    private static final float SHADE = 0.93f;
    private static final int ROWS_AT_A_TIME = 200;

    /// A column of a table.
    ///
    /// @param heading text above the column
    /// @param width relative to the other columns
    /// @param isAmount whether it is aligned to the right
    /// @param isStrong whether it is in bold type
    public record Column(String heading, float width, boolean isAmount, boolean isStrong) {

        /// A column in plain type.
        public Column(String heading, float width, boolean isAmount) {
            this(heading, width, isAmount, false);
        }

        /// A column of words in plain type.
        public static Column plain(String heading, float width) {
            return new Column(heading, width, false, false);
        }

        /// A column of words in bold type.
        public static Column strong(String heading, float width) {
            return new Column(heading, width, false, true);
        }
    }

    /// A name and its value.
    public record Pair(String name, String value) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document;
    private final PdfWriter writer;
    private final Typefaces type;
    private final float size;
    private final Glyphs glyphs = new Glyphs();

    private Paper(Typefaces type, Rectangle page, float size, String foot) {
        this.type = type;
        this.size = size;
        this.document = new Document(page, MARGIN, MARGIN, MARGIN, FOOT);
        this.writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(new PageNumbers(type.regular(), glyphs.shown(foot, type.regular())));
        document.open();
        document.addCreator("Nuancan");
    }

    /// A paper in A4, upright.
    ///
    /// @param size size of the type, in points
    /// @param foot text on every page, before the page number
    public static Paper upright(Typefaces type, float size, String foot) {
        return new Paper(type, PageSize.A4, size, foot);
    }

    /// A paper in A4, landscape, for wide tables.
    public static Paper wide(Typefaces type, float size, String foot) {
        return new Paper(type, PageSize.A4.rotate(), size, foot);
    }

    /// Adds the title of the paper.
    @CanIgnoreReturnValue
    public Paper title(String text) {
        document.addTitle(text);
        var title = new Paragraph(phrase(text, type.strong(size * 1.8f)));
        title.setSpacingAfter(size);
        document.add(title);
        return this;
    }

    /// Adds the heading of a section.
    @CanIgnoreReturnValue
    public Paper heading(String text) {
        var heading = new Paragraph(phrase(text, type.strong(size * 1.3f)));
        heading.setSpacingBefore(size);
        heading.setSpacingAfter(size / 2);
        document.add(heading);
        return this;
    }

    /// Adds a paragraph.
    @CanIgnoreReturnValue
    public Paper text(String text) {
        var paragraph = new Paragraph(phrase(text, type.plain(size)));
        paragraph.setSpacingBefore(size / 2);
        document.add(paragraph);
        return this;
    }

    /// Adds names with their values, two pairs in a row.
    @CanIgnoreReturnValue
    public Paper pairs(List<Pair> pairs) {
        var table = new PdfPTable(new float[] {2, 3, 2, 3});
        table.setWidthPercentage(100);
        for (var pair : pairs) {
            table.addCell(headingCell(pair.name(), false));
            table.addCell(cell(pair.value(), false, type.plain(size)));
        }
        table.completeRow();
        document.add(table);
        return this;
    }

    /// Adds a table with its head repeated on every page.
    @CanIgnoreReturnValue
    public Paper table(List<Column> columns, Iterable<List<String>> rows) {
        var widths = new float[columns.size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).width();
        }
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setComplete(false);
        columns.forEach(column -> table.addCell(headingCell(column.heading(), column.isAmount())));
        var written = 0;
        for (var row : rows) {
            for (var i = 0; i < widths.length; i++) {
                var column = columns.get(i);
                table.addCell(
                        cell(
                                row.get(i),
                                column.isAmount(),
                                column.isStrong() ? type.strong(size) : type.plain(size)));
            }
            if (++written % ROWS_AT_A_TIME == 0) {
                document.add(table);
            }
        }
        table.setComplete(true);
        document.add(table);
        return this;
    }

    /// Adds a QR code with words beside it.
    @CanIgnoreReturnValue
    public Paper qr(String content, String words) {
        var table = new PdfPTable(new float[] {1, 3});
        table.setWidthPercentage(100);
        table.setSpacingBefore(size);
        var code = new PdfPCell(Qr.image(writer.getDirectContent(), content, QR_SIZE));
        code.setBorder(Rectangle.NO_BORDER);
        table.addCell(code);
        var beside = new PdfPCell(phrase(words, type.plain(size)));
        beside.setBorder(Rectangle.NO_BORDER);
        beside.setVerticalAlignment(Element.ALIGN_MIDDLE);
        table.addCell(beside);
        document.add(table);
        return this;
    }

    private PdfPCell headingCell(String text, boolean isAmount) {
        var head = cell(text, isAmount, type.strong(size));
        head.setGrayFill(SHADE);
        return head;
    }

    private PdfPCell cell(String text, boolean isAmount, Font font) {
        var cell = new PdfPCell(phrase(text, font));
        cell.setPadding(PADDING);
        cell.setBorderWidth(0.3f);
        cell.setHorizontalAlignment(isAmount ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        return cell;
    }

    /// A phrase in which characters missing in its font are replaced by □.
    private Phrase phrase(String text, Font font) {
        return new Phrase(glyphs.shown(text, font.getBaseFont()), font);
    }

    /// The complete PDF; nothing can be added afterwards.
    public Pdf finished() {
        document.close();
        return new Pdf(bytes.toByteArray(), glyphs.missing());
    }
}
