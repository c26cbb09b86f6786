package org.nuancan.delivery;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.ProblemCode;
import org.nuancan.http.ProblemException;

/// Photos that riders take as proof.
@Singleton
final class Photos {

    private static final int MOST_BYTES = 5_000_000;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final PhotoStore store;
    private final Transactions transactions;
    private final Clock clock;

    Photos(PhotoStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Keeps a photo.
    ///
    /// @return its hash
    /// @throws ProblemException `PAYLOAD_TOO_LARGE`, `PHOTO_UNREADABLE` for what is no JPEG or PNG
    String take(byte[] photo, String rider) {
        if (photo.length > MOST_BYTES) {
            throw ProblemException.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        if (!begins(photo, JPEG) && !begins(photo, PNG)) {
            throw ProblemException.of(ProblemCode.PHOTO_UNREADABLE);
        }
        var hash = hash(photo);
        store.put(hash, photo);
        var _ =
                transactions.inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        insert into delivery_photo (photo, rider, bytes, taken_at)
                                        values (?, ?, ?, ?)
                                        on duplicate key update bytes = bytes
                                        """)
                                .with(hash, rider, photo.length, clock.instant())
                                .run());
        return hash;
    }

    /// A photo that was taken, as it was taken.
    ///
    /// @throws ProblemException `PHOTO_LOST` if nothing lies under the hash, or something else
    byte[] read(String hash) {
        return store.get(hash)
                .filter(photo -> hash(photo).equals(hash))
                .orElseThrow(() -> ProblemException.of(ProblemCode.PHOTO_LOST));
    }

    /// What a photo that was taken is sent as.
    static MediaType type(byte[] photo) {
        return begins(photo, PNG) ? MediaType.IMAGE_PNG_TYPE : MediaType.IMAGE_JPEG_TYPE;
    }

    private static boolean begins(byte[] photo, byte[] with) {
        return photo.length > with.length
                && Arrays.equals(photo, 0, with.length, with, 0, with.length);
    }

    static String hash(byte[] photo) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("no SHA-256", exception);
        }
    }

    /// Whether a rider has taken a photo.
    boolean isOf(Connection connection, String hash, String rider) throws SQLException {
        return Sql.on(connection, "select photo from delivery_photo where photo = ? and rider = ?")
                .with(hash, rider)
                .exists();
    }
}
