package org.nuancan.access.terminal;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.nuancan.day.RealTime;
import org.nuancan.seal.Seal;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.Secrets;

/// The keys by which terminals sign their offline receipts, sealed in the database.
@Singleton
public class TerminalKeyService implements SealedColumns {

    private static final SealedColumn SIGNING_KEY =
            SealedColumn.of("terminal-signing-key", "terminal", "signing_key", "terminal_id");

    private final TerminalRepository repository;
    private final Secrets secrets;
    private final InstantSource clock;

    TerminalKeyService(
            TerminalRepository repository, Secrets secrets, @RealTime InstantSource clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// The signing key of a terminal for its offline receipts.
    ///
    /// @param key a text, whose UTF-8 bytes are the HMAC's key
    /// @param activeSince its first activation; receipts from before are invalid
    public record Signing(String key, Instant activeSince) {}

    /// Finds the signing key of a terminal for its offline receipts.
    ///
    /// @return empty for a terminal that is unknown or was never activated
    @ReadOnly
    public Optional<Signing> signing(String terminalId) {
        return repository.findById(terminalId).flatMap(this::opened);
    }

    private Optional<Signing> opened(TerminalEntity terminal) {
        var since = Objects.requireNonNullElse(terminal.activeSince(), Instant.EPOCH);
        return Optional.ofNullable(terminal.signingKey())
                .map(sealed -> secrets.open(SIGNING_KEY, sealed, terminal.terminalId()))
                .map(key -> new Signing(key, since));
    }

    /// The text of a terminal's signing key, as in [Signing].
    public Optional<String> signingKey(String terminalId) {
        return signing(terminalId).map(Signing::key);
    }

    /// Whether a code activates a terminal.
    @ReadOnly
    boolean isActivationCode(String terminalId, String code) {
        return repository
                .findById(terminalId)
                .filter(terminal -> terminal.isActivatedBy(code, clock.instant()))
                .isPresent();
    }

    /// Gives a terminal its key, and uses up its activation code. The terminal's account is locked.
    ///
    /// @param activeSince in business time
    @Transactional
    void activate(String terminalId, String signingKey, Instant activeSince) {
        var sealed = secrets.seal(SIGNING_KEY, signingKey, terminalId);
        repository.activate(terminalId, clock.instant(), sealed, activeSince);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(SIGNING_KEY);
    }

    @Override
    public Seal seal() {
        return secrets.seal();
    }
}
