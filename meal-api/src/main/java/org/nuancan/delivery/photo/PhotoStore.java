package org.nuancan.delivery.photo;

import java.util.Optional;

/// Stores photos outside the database, under their hash.
public interface PhotoStore {

    /// Stores a photo; storing the same photo again changes nothing.
    ///
    /// @param hash SHA-256 in small hex
    /// @throws java.io.UncheckedIOException if it cannot be stored
    void put(String hash, byte[] photo);

    /// The unchanged bytes stored under a hash; empty if there are none.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be read
    Optional<byte[]> get(String hash);

    /// Deletes the photo stored under a hash, if there is one.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be deleted
    void delete(String hash);
}
