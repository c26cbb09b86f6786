package org.nuancan.console.admin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/// A QR code as the path of an SVG, one unit for each module.
///
/// @param size modules on a side, with the quiet zone
/// @param path what is dark
public record QrCode(int size, String path) {

    /// Modules of light around a code, as ISO/IEC 18004 asks.
    private static final int QUIET = 4;

    /// The code of a text.
    public static QrCode of(String text) {
        try {
            var modules =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(EncodeHintType.MARGIN, QUIET));
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("a text too long for a QR code", tooLong);
        }
    }

    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
