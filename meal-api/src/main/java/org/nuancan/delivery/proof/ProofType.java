package org.nuancan.delivery.proof;

/// Ways to prove that a meal was handed over. Several ways are always accepted.
enum ProofType {
    /// The elder's card.
    CARD,
    /// A one-time code.
    CODE,
    /// The four-digit PIN that the elder gets when ordering.
    PIN,
    /// A photo.
    PHOTO,
    /// A relative took the meal.
    HANDED_TO_KIN
}
