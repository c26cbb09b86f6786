package org.nuancan.demo.lunch;

import java.util.List;

/// A sale that was made; for a refund, what of it was undone.
///
/// @param orderId the sale's
/// @param providerId on whose statement it stands
/// @param items what went over the counter
/// @param tenders what the guest laid down or got back
/// @param grants what the service granted or took back
record Sold(
        String orderId,
        String receiptNumber,
        String providerId,
        List<Item> items,
        List<Tender> tenders,
        List<Granted> grants) {

    long dinerFen() {
        return grants.stream().filter(Granted::isDiners).mapToLong(Granted::fen).sum();
    }
}
