package org.nuancan.close;

import org.nuancan.money.Fen;

/// What one payer owes on a statement, recoveries taken off.
///
/// @param payer a division's code, or `CHARITY:` with a name
public record Fund(String payer, Fen fen) {}
