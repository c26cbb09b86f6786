package org.nuancan.ledger.reading;

import org.nuancan.money.Fen;

/// The part of grants that one payer bears under one policy, after refunds and recoveries.
///
/// @param payer a division, a charity or `PROVIDER`
public record GrantShare(String payer, String policyCode, Fen fen) {}
