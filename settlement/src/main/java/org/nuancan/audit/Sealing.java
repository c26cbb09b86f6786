package org.nuancan.audit;

import jakarta.inject.Singleton;

/// Puts entries that wait onto the chains of their areas. Any node may seal; one at a time does,
/// since it locks the ends of the chains. Writers of entries do not wait for it.
@Singleton
public final class Sealing {

    private final SealingService service;

    Sealing(SealingService service) {
        this.service = service;
    }

    /// Seals all that waits.
    ///
    /// @return how many entries
    public long seal() {
        var sealed = 0L;
        for (var more = SealingService.AT_ONCE; more == SealingService.AT_ONCE; sealed += more) {
            more = service.sealSome();
        }
        return sealed;
    }
}
