package org.nuancan.document;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;

/// Prints labels.
@Singleton
public final class Labels {

    private static final float MARGIN = LabelFormat.points(3);
    private static final float CODE = LabelFormat.points(15);
    private static final float SMALLEST = 5;
    private static final float STEP = 0.5f;

    private final Typefaces type;

    Labels(Typefaces type) {
        this.type = type;
    }

    /// A PDF of labels in their order; without labels, one page with a note.
    public Pdf print(LabelFormat format, List<Label> labels) {
        var bytes = new ByteArrayOutputStream();
        var glyphs = new Glyphs();
        var page = new Rectangle(format.pageWidth(), format.pageHeight());
        try (var document = new Document(page, 0, 0, 0, 0)) {
            var writer = PdfWriter.getInstance(document, bytes);
            document.open();
            document.addCreator("Nuancan");
            var canvas = writer.getDirectContent();
            if (labels.isEmpty()) {
                fit(canvas, "没有标签 No labels", type.plain(10), box(format, 0, 0, 0, 1));
            }
            for (var number = 0; number < labels.size(); number++) {
                if (number > 0 && number % format.onPage() == 0) {
                    document.newPage();
                }
                draw(canvas, format, number, labels.get(number), glyphs);
            }
        }
        return new Pdf(bytes.toByteArray(), glyphs.missing());
    }

    private void draw(
            PdfContentByte canvas, LabelFormat format, int number, Label label, Glyphs glyphs) {
        var rows = label.note().isEmpty() ? Positions.WITHOUT_NOTE : Positions.WITH_NOTE;
        var page = new Sheet(canvas, glyphs);
        page.write(label.corner(), type.strong(8), box(format, number, CODE, 0, 0.11f));
        page.write(label.who(), type.strong(13), box(format, number, CODE, 0.11f, 0.30f));
        page.write(label.where(), type.plain(8), box(format, number, CODE, 0.30f, rows.what()));
        page.write(label.what(), type.strong(10), box(format, number, 0, rows.what(), rows.mind()));
        page.write(
                label.warning(),
                type.strong(15),
                box(format, number, 0, rows.mind(), rows.until()));
        page.write(
                label.until(), type.plain(7.5f), box(format, number, 0, rows.until(), rows.note()));
        page.write(label.note(), type.plain(SMALLEST), box(format, number, 0, rows.note(), 1));
        var right = format.left(number) + format.width() - MARGIN;
        Qr.draw(canvas, label.code(), right - CODE, format.top(number) - MARGIN - CODE, CODE);
    }

    /// The upper ends of the lower parts of a label, from the top 0 to the bottom 1.
    private record Positions(float what, float mind, float until, float note) {

        static final Positions WITHOUT_NOTE = new Positions(0.52f, 0.67f, 0.89f, 1);
        static final Positions WITH_NOTE = new Positions(0.45f, 0.58f, 0.78f, 0.87f);
    }

    /// The page that is being written.
    private record Sheet(PdfContentByte canvas, Glyphs glyphs) {

        void write(String text, Font font, Rectangle box) {
            fit(canvas, glyphs.shown(text, font.getBaseFont()), font, box);
        }
    }

    /// The part of a label between two heights, from the top 0 to the bottom 1.
    private static Rectangle box(
            LabelFormat format, int number, float leftFree, float from, float to) {
        var inner = format.height() - 2 * MARGIN;
        var top = format.top(number) - MARGIN;
        return new Rectangle(
                format.left(number) + MARGIN,
                top - to * inner,
                format.left(number) + format.width() - MARGIN - leftFree,
                top - from * inner);
    }

    /// Writes a text as large as it fits, because a warning must not be cut off.
    private static void fit(PdfContentByte canvas, String text, Font font, Rectangle box) {
        if (text.isEmpty()) {
            return;
        }
        var size = font.getSize();
        while (size > SMALLEST && !fits(canvas, text, sized(font, size), box)) {
            size -= STEP;
        }
        var column = column(canvas, text, sized(font, size), box);
        var _ = column.go();
    }

    private static boolean fits(PdfContentByte canvas, String text, Font font, Rectangle box) {
        return (column(canvas, text, font, box).go(true) & ColumnText.NO_MORE_COLUMN) == 0;
    }

    private static Font sized(Font font, float size) {
        return new Font(font.getBaseFont(), size, font.getStyle());
    }

    private static ColumnText column(PdfContentByte canvas, String text, Font font, Rectangle box) {
        var column = new ColumnText(canvas);
        column.setSimpleColumn(
                new Phrase(text, font),
                box.getLeft(),
                box.getBottom(),
                box.getRight(),
                box.getTop(),
                font.getSize() * 1.08f,
                0);
        return column;
    }
}
