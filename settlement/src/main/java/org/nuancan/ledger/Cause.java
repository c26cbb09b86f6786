package org.nuancan.ledger;

/// The event that a journal was written for. A unique key in the database allows one journal of a
/// kind for a cause.
///
/// @param kind kind of event
/// @param id id of the event
public record Cause(Kind kind, long id) {

    /// The kinds of causes.
    public enum Kind {
        ORDER,
        REFUND,
        /// A decision about a line: held, found genuine, recovered.
        DECISION,
        STATEMENT,
        PAYMENT,
        /// Money that came in.
        RECEIPT
    }

    /// A captured or failed order.
    public static Cause order(long orderId) {
        return new Cause(Kind.ORDER, orderId);
    }

    /// A refund.
    public static Cause refund(long refundId) {
        return new Cause(Kind.REFUND, refundId);
    }

    /// A decision about a line.
    public static Cause decision(long decisionId) {
        return new Cause(Kind.DECISION, decisionId);
    }

    /// Money that came in.
    public static Cause receipt(long receiptId) {
        return new Cause(Kind.RECEIPT, receiptId);
    }

    /// A payment to a provider.
    public static Cause payment(long paymentId) {
        return new Cause(Kind.PAYMENT, paymentId);
    }

    /// A closed statement.
    public static Cause statement(long statementId) {
        return new Cause(Kind.STATEMENT, statementId);
    }
}
