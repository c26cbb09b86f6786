package org.nuancan.document;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fonts for papers and labels: a font file of the host, whose used glyphs are embedded in the PDF,
/// so that it looks the same everywhere.
///
/// Without a font file the PDF refers to STSong-Light, which Adobe's readers include and other
/// readers lack: a warning about an allergen may then be blank. So the program logs a missing font
/// at start, before the first label is printed.
@Context
public final class Typefaces {

    private static final String NAMED = "STSong-Light";
    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);

    /// Places where Debian, Fedora, Arch, macOS and Windows keep fonts with Chinese characters; for
    /// a font collection, the number of the face for simplified Chinese follows.
    private static final List<String> USUAL =
            List.of(
                    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/noto/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
                    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
                    "/usr/share/fonts/truetype/arphic/uming.ttc,0",
                    "/System/Library/Fonts/STHeiti Light.ttc,1",
                    "C:/Windows/Fonts/msyh.ttc,0");

    private record Faces(BaseFont regular, Optional<BaseFont> bold) {}

    private final Optional<String> file;
    private volatile @Nullable Faces faces;

    /// @param path a font file (`nuancan.print.font`), for a collection with `,` and the face's
    ///   number, or `STSong-Light`; empty for the first file in the usual places
    /// @throws IllegalStateException if the given file cannot be read
    Typefaces(@Property(name = "nuancan.print.font", defaultValue = "") String path) {
        this.file = path.equals(NAMED) ? Optional.empty() : chosen(path);
        if (file.isEmpty()) {
            LOG.warn(
                    "No Chinese type on this machine: labels and sheets will be blank in most"
                            + " readers. Install fonts-noto-cjk or set nuancan.print.font."
                            + " 本机没有中文字体，打印件在多数阅读器中将显示空白。");
        }
    }

    private static Optional<String> chosen(String path) {
        if (path.isEmpty()) {
            return USUAL.stream().filter(Typefaces::isThere).findFirst();
        }
        if (!isThere(path)) {
            throw new IllegalStateException("nuancan.print.font cannot be read: " + path);
        }
        return Optional.of(path);
    }

    private static boolean isThere(String file) {
        return Files.isReadable(Path.of(file.replaceFirst(",\\d+$", "")));
    }

    /// @param points the size, 1/72 inch
    Font plain(float points) {
        return new Font(regular(), points, Font.NORMAL);
    }

    /// @param points the size, 1/72 inch
    Font strong(float points) {
        return faces().bold()
                .map(bold -> new Font(bold, points, Font.NORMAL))
                .orElseGet(() -> new Font(regular(), points, Font.BOLD));
    }

    BaseFont regular() {
        return faces().regular();
    }

    /// Reads the font file once, with the first paper, because it is large.
    private Faces faces() {
        var known = faces;
        if (known == null) {
            known = read();
            faces = known;
        }
        return known;
    }

    private Faces read() {
        try {
            if (file.isEmpty()) {
                var named = BaseFont.createFont(NAMED, "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
                return new Faces(named, Optional.empty());
            }
            var bold = file.get().replace("-Regular.", "-Bold.");
            return new Faces(
                    embedded(file.get()),
                    bold.equals(file.get()) || !isThere(bold)
                            ? Optional.empty()
                            : Optional.of(embedded(bold)));
        } catch (IOException exception) {
            throw new UncheckedIOException("no type can be read from " + file, exception);
        }
    }

    private static BaseFont embedded(String file) throws IOException {
        return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    }
}
