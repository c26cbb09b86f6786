package org.nuancan.console.api;

import java.util.List;

/// What one policy gave on one meal.
///
/// @param side `DINER`, `PROVIDER` or `DELIVERY`
public record Grant(String code, int version, String side, long fen, List<Share> funding) {

    /// What one payer bears.
    ///
    /// @param payer a division, `PROVIDER` or `CHARITY:<name>`
    public record Share(String payer, long fen) {}
}
