package org.nuancan.provider;

/// What a provider does.
public enum ProviderKind {
    /// 餐厅: serves meals at its sites.
    CANTEEN,
    /// 中央厨房: cooks for other sites.
    CENTRAL_KITCHEN,
    /// 配送: brings meals home.
    DELIVERY
}
