package org.nuancan.elder;

import org.nuancan.policy.fact.Division;
import org.nuancan.policy.fact.Household;

/// What holds from a day on, until the next of its kind.
///
/// @param household where the household is registered
/// @param residence where the elder lives
/// @param careGrade 0 to 6, 0 for not assessed
public record Standing(Household household, Division residence, int careGrade) {}
