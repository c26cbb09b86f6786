package org.nuancan.policy.fact;

/// How the meal reaches the elder.
public enum Fulfilment {
    /// 堂食
    DINE_IN,
    /// 自取
    TAKE_AWAY,
    /// 送餐
    DELIVERY
}
