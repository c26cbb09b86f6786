package org.nuancan.delivery.photo;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Photos that riders take as proof.
@Singleton
public final class Photos {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final PhotoStore store;
    private final PhotoRepository photos;

    Photos(PhotoStore store, PhotoRepository photos) {
        this.store = store;
        this.photos = photos;
    }

    /// Stores a photo outside the database.
    public void keep(String hash, byte[] photo) {
        store.put(hash, photo);
    }

    /// Records that a photo was taken for an order.
    public void insert(PhotoEntity photo) {
        var _ = photos.save(photo);
    }

    /// The orders that have this photo or one with the same pixels.
    public List<Long> of(String photo, String picture) {
        return photos.findByPhotoOrPicture(photo, picture).stream()
                .map(PhotoEntity::orderId)
                .toList();
    }

    /// Number of photos that are kept for an order.
    public int count(long orderId) {
        return photos.countByOrderId(orderId);
    }

    /// The bytes of a photo as it was taken.
    ///
    /// @throws ProblemException `PHOTO_LOST` if the file is missing or has another hash
    public byte[] read(String hash) {
        return store.get(hash)
                .filter(photo -> hash(photo).equals(hash))
                .orElseThrow(() -> ProblemException.of(ProblemCode.PHOTO_LOST));
    }

    /// The media type of a photo.
    public static MediaType type(byte[] photo) {
        return begins(photo, PNG) ? MediaType.IMAGE_PNG_TYPE : MediaType.IMAGE_JPEG_TYPE;
    }

    private static boolean begins(byte[] photo, byte[] with) {
        return photo.length > with.length
                && Arrays.equals(photo, 0, with.length, with, 0, with.length);
    }

    /// The SHA-256 of the file as it was taken, in lower-case hex.
    public static String hash(byte[] photo) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("no SHA-256", exception);
        }
    }

    /// Whether a photo still exists: old photos are deleted.
    public boolean isKept(String hash) {
        return photos.existsById(hash);
    }

    /// Whether a photo was taken for an order.
    public boolean isOf(String hash, long orderId) {
        return photos.existsByPhotoAndOrderId(hash, orderId);
    }
}
