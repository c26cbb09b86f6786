package org.nuancan.elder;

/// What sort of card it is.
public enum CardKind {
    /// 养老助残卡
    SENIOR_CARD,
    /// 社保卡
    SOCIAL_SECURITY,
    /// 临时卡
    TEMPORARY
}
