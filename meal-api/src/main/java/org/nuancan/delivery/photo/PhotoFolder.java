package org.nuancan.delivery.photo;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Photos in a folder (`nuancan.photos.folder`), which all nodes share.
@Singleton
@Requires(missingProperty = "nuancan.photos.bucket")
final class PhotoFolder implements PhotoStore {

    private static final int PREFIX = 2;

    private final Path folder;

    PhotoFolder(@Property(name = "nuancan.photos.folder", defaultValue = "photos") String folder) {
        this.folder = Path.of(folder);
    }

    @Override
    public void put(String hash, byte[] photo) {
        var shelf = shelf(hash);
        var target = shelf.resolve(hash);
        if (Files.exists(target)) {
            return;
        }
        try {
            Files.createDirectories(shelf);
            // Readers see either the whole photo or none.
            var half = Files.createTempFile(shelf, hash, ".part");
            Files.write(half, photo);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException exception) {
            throw new UncheckedIOException("nuancan.photos.folder: " + folder, exception);
        }
    }

    @Override
    public Optional<byte[]> get(String hash) {
        try {
            return Optional.of(Files.readAllBytes(shelf(hash).resolve(hash)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException exception) {
            throw new UncheckedIOException("nuancan.photos.folder: " + folder, exception);
        }
    }

    @Override
    public void delete(String hash) {
        try {
            Files.deleteIfExists(shelf(hash).resolve(hash));
        } catch (IOException exception) {
            throw new UncheckedIOException("nuancan.photos.folder: " + folder, exception);
        }
    }

    private Path shelf(String hash) {
        return folder.resolve(hash.substring(0, PREFIX));
    }
}
