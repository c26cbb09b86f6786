package org.nuancan.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;

/// Draws QR codes as vector areas instead of pictures, so that they are sharp on every printer.
final class Qr {

    private Qr() {}

    /// @param size side of the square, in points
    static void draw(PdfContentByte canvas, String text, float left, float bottom, float size) {
        var matrix = matrix(text);
        var module = size / matrix.getWidth();
        canvas.saveState();
        canvas.setGrayFill(0);
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    canvas.rectangle(
                            left + x * module, bottom + size - (y + 1) * module, module, module);
                }
            }
        }
        canvas.fill();
        canvas.restoreState();
    }

    /// A QR code as an image within text.
    ///
    /// @param size side of the square, in points
    static Image image(PdfContentByte canvas, String text, float size) {
        var template = canvas.createTemplate(size, size);
        draw(template, text, 0, 0, size);
        return Image.getInstance(template);
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    1));
        } catch (WriterException exception) {
            throw new IllegalArgumentException("too long for a QR code", exception);
        }
    }
}
