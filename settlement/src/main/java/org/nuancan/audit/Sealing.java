package org.nuancan.audit;

import jakarta.inject.Singleton;

/// Links waiting entries onto the chains of their areas. Any node may run it; a lock on the ends of
/// the chains lets one node work at a time. Writers of entries do not wait for it.
@Singleton
public final class Sealing {

    private final SealingService service;

    Sealing(SealingService service) {
        this.service = service;
    }

    /// Links all waiting entries.
    ///
    /// @return number of entries
    public long seal() {
        var sealed = 0L;
        for (var more = SealingService.AT_ONCE; more == SealingService.AT_ONCE; sealed += more) {
            more = service.sealSome();
        }
        return sealed;
    }
}
