package org.nuancan.policy.quote;

import org.nuancan.money.Fen;
import org.nuancan.policy.LimitOn;
import org.nuancan.policy.LimitPer;

/// Amount that a policy has already granted, over all its versions, in the window of one of its
/// limits.
///
/// @param code the policy's code
/// @param on the subject over which the limit counts
/// @param per the time over which the limit counts
/// @param meals number of grants
/// @param fen sum of the grants
public record Used(String code, LimitOn on, LimitPer per, long meals, Fen fen) {}
