package org.nuancan.elder.record;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.nuancan.db.Ids;
import org.nuancan.elder.Area;
import org.nuancan.elder.change.ElderAreas;
import org.nuancan.elder.file.ElderCodeEntity;
import org.nuancan.elder.file.ElderCodeRepository;
import org.nuancan.elder.lookup.CodeText;
import org.nuancan.elder.vault.Vault;

/// Makes one-time codes.
@Singleton
public class CodeService {

    /// How long a code is good in the elder's own hand.
    static final Duration OWN = Duration.ofSeconds(60);

    /// How long a code for a person who fetches the meal is valid.
    static final Duration PROXY = Duration.ofDays(1);

    /// A code that was made.
    public record Made(String text, Instant expiresAt) {}

    private final Clock clock;
    private final Ids ids;
    private final Vault vault;
    private final ElderAreas areas;
    private final ElderCodeRepository codes;

    CodeService(Clock clock, Ids ids, Vault vault, ElderAreas areas, ElderCodeRepository codes) {
        this.clock = clock;
        this.ids = ids;
        this.vault = vault;
        this.areas = areas;
        this.codes = codes;
    }

    /// A new code for an elder of an area; empty if there is none.
    @Transactional
    public Optional<Made> issue(long elderId, boolean isProxy, Area area, String by) {
        var now = clock.instant();
        if (!areas.isWithin(area, elderId, now)) {
            return Optional.empty();
        }
        var expires = now.plus(isProxy ? PROXY : OWN);
        var nonce = vault.randomBytes(CodeText.NONCE_BYTES);
        var _ =
                codes.save(
                        new ElderCodeEntity(
                                ids.next(),
                                nonce,
                                elderId,
                                isProxy,
                                now,
                                by,
                                expires,
                                null,
                                null,
                                null));
        var text = new CodeText(HexFormat.of().formatHex(nonce), expires).signed(vault);
        return Optional.of(new Made(text, expires));
    }
}
