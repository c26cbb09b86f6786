package org.nuancan.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern MODULE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");
    private static final int SCALE = 4;
    private static final int WHITE = 0xFFFFFF;

    @Test
    void a_reader_finds_the_body_of_the_activation_request_in_the_code() throws Exception {
        var made = new Terminal.Activation("915376915483727485", "7KQ2M9XD4T");

        assertThat(read(made.qr()))
                .isEqualTo(
                        "{\"terminalId\":\"915376915483727485\",\"activationCode\":\"7KQ2M9XD4T\"}");
    }

    /// The text that a reader finds in the drawn code.
    private static String read(QrCode code) throws Exception {
        var side = SCALE * code.size();
        var pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        var modules = MODULE.matcher(code.path());
        while (modules.find()) {
            var left = SCALE * Integer.parseInt(modules.group(1));
            var top = SCALE * Integer.parseInt(modules.group(2));
            for (var y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + SCALE, 0);
            }
        }
        var image = new HybridBinarizer(new RGBLuminanceSource(side, side, pixels));
        var hints = Map.of(DecodeHintType.PURE_BARCODE, true);
        return new QRCodeReader().decode(new BinaryBitmap(image), hints).getText();
    }
}
