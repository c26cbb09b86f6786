package org.nuancan.delivery;

import java.util.Optional;

/// Where photos lie: outside the database, under their hash.
interface PhotoStore {

    /// Keeps a photo; the same again changes nothing.
    ///
    /// @param hash SHA-256 in small hex
    /// @throws java.io.UncheckedIOException if it cannot be kept
    void put(String hash, byte[] photo);

    /// What lies under a hash, as it lies there; empty if nothing does.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be read
    Optional<byte[]> get(String hash);

    /// Deletes what lies under a hash; nothing if nothing does.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be deleted
    void delete(String hash);
}
