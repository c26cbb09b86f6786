package org.nuancan.elder.change;

import java.time.LocalDate;
import org.nuancan.elder.LifeDays;
import org.nuancan.elder.Standing;
import org.nuancan.elder.file.ElderEntity;
import org.nuancan.policy.fact.ElderFacts;

/// An elder whose row is locked, as it is for each change about the elder and for a checkout.
///
/// @param elder the row
/// @param facts as of today, by business time
/// @param today the business day
public record ElderLock(ElderEntity elder, ElderFacts facts, LocalDate today) {

    /// Id of the elder whose row is locked.
    public long elderId() {
        return elder.elderId();
    }

    /// Number of the change that is being made.
    int number() {
        return elder.changes() + 1;
    }

    /// Which days are possible in the elder's life.
    public LifeDays life() {
        return new LifeDays(elder.birthDate(), today);
    }

    /// What holds today.
    Standing standing() {
        return new Standing(facts.household(), facts.residenceDivision(), facts.careGrade());
    }
}
