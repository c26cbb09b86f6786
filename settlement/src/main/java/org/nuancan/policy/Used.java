package org.nuancan.policy;

import org.nuancan.money.Fen;

/// What a policy has already granted, over all its versions, in the window of one of its limits.
///
/// @param code the policy's code
/// @param on over what the limit counts
/// @param per over which time the limit counts
/// @param meals how many grants
/// @param fen how much they were in all
public record Used(String code, LimitOn on, LimitPer per, long meals, Fen fen) {}
