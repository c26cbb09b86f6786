package org.nuancan.delivery;

/// How it is proven that a meal was handed over: never one way only.
enum ProofType {
    /// The elder's card.
    CARD,
    /// A one-time code.
    CODE,
    /// The four digits that the elder was told when ordering.
    PIN,
    /// A photo.
    PHOTO,
    /// Kin took it.
    HANDED_TO_KIN
}
