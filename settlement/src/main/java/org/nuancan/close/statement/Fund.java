package org.nuancan.close.statement;

import org.nuancan.money.Fen;

/// Amount that one payer owes on a statement, after recoveries.
///
/// @param payer a division's code, or `CHARITY:` with a name
public record Fund(String payer, Fen fen) {}
