package org.nuancan.provider;

/// Kinds of providers.
public enum ProviderKind {
    /// 餐厅: serves meals at its sites.
    CANTEEN,
    /// 中央厨房: cooks for other sites.
    CENTRAL_KITCHEN,
    /// 配送: delivers meals to homes.
    DELIVERY
}
