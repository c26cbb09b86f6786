package org.nuancan.demo.lunch;

import java.util.List;

/// A sale; for a refund, the part of it that was refunded.
///
/// @param orderId of the sale
/// @param providerId whose statement includes it
/// @param items sold
/// @param tenders paid by the guest, or paid back
/// @param grants of the service, or taken back
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
