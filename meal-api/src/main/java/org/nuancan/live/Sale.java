package org.nuancan.live;

import java.time.Instant;
import org.nuancan.money.Fen;
import org.nuancan.policy.Slot;

/// That something was sold or given back at a site; nothing in it tells who ate.
///
/// @param orderId the order
/// @param siteId where
/// @param providerId whose site it is
/// @param division where the site lies, 9 digits
/// @param slot which meal of the day
/// @param gross everything on the bill; negative for what was given back
/// @param at when
public record Sale(
        long orderId,
        long siteId,
        long providerId,
        String division,
        Slot slot,
        Fen gross,
        Instant at) {}
