package org.nuancan.document;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/// Writes `foot · 第 1 页 / 共 3 页` under every page; the number of pages is filled in at the end.
final class PageNumbers extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final float HEIGHT = 24;
    private static final float WIDTH = 60;

    private final BaseFont face;
    private final String foot;
    private @Nullable PdfTemplate total;

    PageNumbers(BaseFont face, String foot) {
        this.face = face;
        this.foot = foot;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(WIDTH, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var text = "%s · 第 %d 页 / 共 ".formatted(foot, writer.getPageNumber());
        var content = writer.getDirectContent();
        content.beginText();
        content.setFontAndSize(face, SIZE);
        content.setTextMatrix(document.left(), HEIGHT);
        content.showText(text);
        content.endText();
        var pages = total;
        if (pages != null) {
            content.addTemplate(pages, document.left() + face.getWidthPoint(text, SIZE), HEIGHT);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        var pages = total;
        if (pages != null) {
            pages.beginText();
            pages.setFontAndSize(face, SIZE);
            pages.setTextMatrix(0, 0);
            // The writer already counts the page that is being closed.
            pages.showText((writer.getPageNumber() - 1) + " 页");
            pages.endText();
        }
    }
}
