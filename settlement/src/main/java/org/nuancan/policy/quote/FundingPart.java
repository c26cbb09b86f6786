package org.nuancan.policy.quote;

import org.nuancan.money.Fen;

/// Amount that one payer bears of a grant.
///
/// @param payer a division's code, `PROVIDER` or `CHARITY:` with a name; never a placeholder
/// @param fen more than 0
public record FundingPart(String payer, Fen fen) {}
