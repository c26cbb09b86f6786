package org.nuancan.elder.lookup;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.util.List;
import org.nuancan.elder.file.ElderRepository;

/// All registered elders, part by part.
@Singleton
public class Roster {

    private final ElderRepository elders;

    Roster(ElderRepository elders) {
        this.elders = elders;
    }

    /// The next elders after one, in the order of their ids.
    @ReadOnly
    public List<Long> after(long elderId, int limit) {
        return elders.after(elderId, limit);
    }
}
