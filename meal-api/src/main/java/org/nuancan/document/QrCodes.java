package org.nuancan.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import org.openpdf.text.Image;

/// QR codes as pictures.
final class QrCodes {

    private static final int DOTS = 330;

    private QrCodes() {}

    static Image image(String content) {
        try {
            var matrix =
                    new QRCodeWriter()
                            .encode(
                                    content,
                                    BarcodeFormat.QR_CODE,
                                    DOTS,
                                    DOTS,
                                    Map.of(
                                            EncodeHintType.CHARACTER_SET,
                                            "UTF-8",
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M));
            var gray = new byte[DOTS * DOTS];
            for (var y = 0; y < DOTS; y++) {
                for (var x = 0; x < DOTS; x++) {
                    gray[y * DOTS + x] = (byte) (matrix.get(x, y) ? 0 : 255);
                }
            }
            return Image.getInstance(DOTS, DOTS, 1, 8, gray);
        } catch (WriterException exception) {
            throw new IllegalStateException("no QR code holds this", exception);
        }
    }
}
