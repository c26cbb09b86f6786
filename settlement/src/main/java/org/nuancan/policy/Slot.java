package org.nuancan.policy;

/// The meal of the day, as the till says it, never compared with the hour.
public enum Slot {
    /// 早餐
    BREAKFAST,
    /// 午餐
    LUNCH,
    /// 晚餐
    DINNER
}
