package org.nuancan.delivery.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuancan.delivery.Snapshots;

/// What is a photo, and when two photos show the same.
class PicturesTest {

    @Test
    void a_jpeg_and_a_png_are_photos() {
        assertThat(Pictures.hash(Snapshots.jpeg("a"))).isPresent();
        assertThat(Pictures.hash(Snapshots.png("a"))).isPresent();
    }

    static Stream<byte[]> noPhotos() {
        var png = Snapshots.png("a");
        var jpeg = Snapshots.jpeg("a");
        return Stream.of(
                new byte[0],
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0},
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0},
                Arrays.copyOf(png, 60),
                Arrays.copyOf(jpeg, 40),
                Snapshots.written(Snapshots.picture(1, 8, 8), "gif"),
                Snapshots.written(Snapshots.picture(1, 8, 8), "bmp"),
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1),
                sized(png, 20_000, 20_000),
                sized(png, 0, 48));
    }

    @ParameterizedTest
    @MethodSource("noPhotos")
    void a_file_that_cannot_be_decoded_is_no_photo(byte[] bytes) {
        assertThat(Pictures.hash(bytes)).isEmpty();
    }

    @Test
    void the_same_picture_in_other_bytes_is_the_same() {
        var picture = Snapshots.picture(7, 40, 30);
        var png = Snapshots.written(picture, "png");
        var longer = Arrays.copyOf(png, png.length + 100);

        assertThat(Pictures.hash(longer)).isEqualTo(Pictures.hash(png));
        assertThat(Pictures.hash(Snapshots.written(picture, "png"))).isEqualTo(Pictures.hash(png));
        assertThat(Pictures.hash(Snapshots.png("another"))).isNotEqualTo(Pictures.hash(png));
    }

    /// 3,000 × 2,000 pixels are read in steps of three.
    @Test
    void two_large_pictures_have_different_hashes() {
        var one = new BufferedImage(3_000, 2_000, BufferedImage.TYPE_INT_RGB);
        var other = new BufferedImage(3_000, 2_000, BufferedImage.TYPE_INT_RGB);
        other.setRGB(0, 0, 0xffffff);

        assertThat(Pictures.hash(Snapshots.written(one, "png"))).isPresent();
        assertThat(Pictures.hash(Snapshots.written(one, "png")))
                .isNotEqualTo(Pictures.hash(Snapshots.written(other, "png")));
    }

    /// A PNG whose head claims other sizes, with the right checksum.
    private static byte[] sized(byte[] png, int width, int height) {
        var bytes = ByteBuffer.wrap(png.clone());
        bytes.putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(bytes.array(), 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return bytes.array();
    }
}
