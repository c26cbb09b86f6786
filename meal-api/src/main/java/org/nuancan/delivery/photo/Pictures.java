package org.nuancan.delivery.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes photos. A file that cannot be decoded is not a photo, whatever its first bytes are.
/// Memory is bounded for any file: larger pictures are read in steps of several pixels, and text
/// within a file is not read. Pure.
public final class Pictures {

    private static final long MOST_PIXELS = 100_000_000;
    private static final double DECODED_PIXELS = 1_000_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    private Pictures() {}

    /// SHA-256 of the pixels of a photo. The same picture in other bytes has the same hash; a
    /// picture that was compressed again has another hash.
    ///
    /// @return empty if the file is not a JPEG or PNG that can be decoded, or has over 100 million
    ///   pixels
    public static Optional<String> hash(byte[] photo) {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return isRead(reader) ? Optional.of(hash(reader)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException malformed) {
            // The decoders of the JDK throw either exception for files that are not pictures.
            return Optional.empty();
        }
    }

    private static boolean isRead(ImageReader reader) throws IOException {
        return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                && (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
    }

    private static String hash(ImageReader reader) throws IOException {
        var pixels = (double) reader.getWidth(0) * reader.getHeight(0);
        var step = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / DECODED_PIXELS)));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return hash(reader.read(0, how), step);
    }

    private static String hash(BufferedImage picture, int step) {
        var digest = sha256();
        digest.update(
                ByteBuffer.allocate(3 * Integer.BYTES)
                        .putInt(picture.getWidth())
                        .putInt(picture.getHeight())
                        .putInt(step)
                        .array());
        var row = new int[picture.getWidth()];
        var bytes = ByteBuffer.allocate(row.length * Integer.BYTES);
        for (var y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            bytes.asIntBuffer().put(row);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("no SHA-256", exception);
        }
    }
}
