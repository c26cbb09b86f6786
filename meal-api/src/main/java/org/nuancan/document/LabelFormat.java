package org.nuancan.document;

/// Formats of label paper. Sizes in millimetres.
public enum LabelFormat {
    /// A4 with 3 × 7 labels of 70 × 42.4, without margins (Avery 3652 and similar).
    A4_3X7(210, 297, 3, 7, 70, 42.4f),
    /// A roll of labels of 60 × 40, one on each page.
    THERMAL_60X40(60, 40, 1, 1, 60, 40);

    private static final float POINTS_A_MM = 72 / 25.4f;

    private final float pageWidth;
    private final float pageHeight;
    private final int columns;
    private final int rows;
    private final float width;
    private final float height;

    LabelFormat(
            float pageWidth, float pageHeight, int columns, int rows, float width, float height) {
        this.pageWidth = pageWidth;
        this.pageHeight = pageHeight;
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
    }

    static float points(float millimetres) {
        return millimetres * POINTS_A_MM;
    }

    float pageWidth() {
        return points(pageWidth);
    }

    float pageHeight() {
        return points(pageHeight);
    }

    float width() {
        return points(width);
    }

    float height() {
        return points(height);
    }

    int onPage() {
        return columns * rows;
    }

    /// The left edge of a label, counted from 0, row by row, in millimetres.
    float left(int label) {
        return (pageWidth() - columns * width()) / 2 + label % onPage() % columns * width();
    }

    /// The upper edge of a label, in millimetres.
    float top(int label) {
        var row = label % onPage() / columns;
        return pageHeight() - (pageHeight() - rows * height()) / 2 - row * height();
    }
}
