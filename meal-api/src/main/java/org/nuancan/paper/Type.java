package org.nuancan.paper;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The type that is printed with.
///
/// A font of the machine is put into the document as far as its characters are used, so that it
/// looks the same everywhere: the one that `nuancan.print.font` names (a file; of a collection
/// `file.ttc,2`, or `STSong-Light`), else the first of the usual ones that is there. With none the
/// document names Adobe's STSong-Light, which readers and printers bring along for Chinese.
@Singleton
public final class Type {

    private static final String NAMED = "STSong-Light";
    private static final Logger LOG = LoggerFactory.getLogger(Type.class);

    /// Debian's and Ubuntu's fonts-noto-cjk, Fedora's, Alpine's, WenQuanYi, macOS, Windows; the
    /// number in a collection is that of simplified Chinese.
    private static final List<String> USUAL =
            List.of(
                    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/noto/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
                    "/System/Library/Fonts/STHeiti Light.ttc,1",
                    "C:/Windows/Fonts/msyh.ttc,0");

    private static final String BOLD_OF_USUAL =
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc,2";

    private final BaseFont regular;
    private final BaseFont bold;

    /// @throws IllegalStateException if the font that was named cannot be read
    Type(@Property(name = "nuancan.print.font", defaultValue = "") String named) {
        this.regular =
                switch (named) {
                    case "" -> usual();
                    case NAMED -> named();
                    default -> embedded(named);
                };
        this.bold = named.isEmpty() && isThere(BOLD_OF_USUAL) ? embedded(BOLD_OF_USUAL) : regular;
    }

    private static BaseFont usual() {
        return USUAL.stream()
                .filter(Type::isThere)
                .findFirst()
                .map(Type::embedded)
                .orElseGet(Type::named);
    }

    private static boolean isThere(String font) {
        return Files.isReadable(Path.of(font.replaceFirst(",\\d+$", "")));
    }

    private static BaseFont embedded(String font) {
        try {
            return BaseFont.createFont(font, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException exception) {
            throw new UncheckedIOException("nuancan.print.font: " + font, exception);
        }
    }

    private static BaseFont named() {
        try {
            LOG.info("no Chinese font here: documents name STSong-Light (nuancan.print.font)");
            return BaseFont.createFont(NAMED, "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /// @param points the size, 1/72 inch
    public Font plain(float points) {
        return new Font(regular, points, Font.NORMAL);
    }

    /// @param points the size, 1/72 inch
    public Font strong(float points) {
        return regular.equals(bold)
                ? new Font(regular, points, Font.BOLD)
                : new Font(bold, points, Font.NORMAL);
    }
}
