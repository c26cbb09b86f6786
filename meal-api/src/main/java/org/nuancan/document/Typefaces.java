package org.nuancan.document;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The type that papers are set in: a font file of the machine, whose glyphs are put into the
/// paper, so that it looks the same everywhere.
///
/// Without one the paper names a Chinese type that readers bring along themselves.
@Singleton
public final class Typefaces {

    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);

    /// Where Debian and its relatives keep type that has Chinese; in a collection the number of the
    /// face follows.
    private static final List<String> USUAL =
            List.of(
                    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,2",
                    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
                    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
                    "/usr/share/fonts/truetype/arphic/uming.ttc,0");

    private final String wanted;

    /// @param wanted a font file (`nuancan.print.font`), for a collection with `,` and the face's
    ///   number; empty for one in the usual places
    Typefaces(@Property(name = "nuancan.print.font", defaultValue = "") String wanted) {
        this.wanted = wanted;
    }

    /// A typeface for one paper: what it has counted of the glyphs used is that paper's own.
    BaseFont chinese() {
        var file =
                wanted.isEmpty()
                        ? USUAL.stream().filter(Typefaces::isThere).findFirst()
                        : Optional.of(wanted);
        try {
            if (file.isPresent()) {
                return BaseFont.createFont(
                        file.get(),
                        BaseFont.IDENTITY_H,
                        BaseFont.EMBEDDED,
                        BaseFont.NOT_CACHED,
                        null,
                        null);
            }
            LOG.warn("no Chinese type was found; install fonts-noto-cjk or set nuancan.print.font");
            return BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (DocumentException exception) {
            throw new IllegalStateException("no type can be made of " + file, exception);
        } catch (IOException exception) {
            throw new UncheckedIOException("no type can be read from " + file, exception);
        }
    }

    private static boolean isThere(String file) {
        return Files.isReadable(Path.of(file.substring(0, file.lastIndexOf(','))));
    }
}
