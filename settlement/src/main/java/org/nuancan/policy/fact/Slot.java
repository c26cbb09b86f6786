package org.nuancan.policy.fact;

/// The meal of the day, as the till sends it; it is never compared with the time of day.
public enum Slot {
    /// 早餐
    BREAKFAST,
    /// 午餐
    LUNCH,
    /// 晚餐
    DINNER
}
