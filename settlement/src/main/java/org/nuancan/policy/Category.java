package org.nuancan.policy;

/// What makes an elder entitled; most are health or hardship and never leave this service in words.
public enum Category {
    /// 特困
    EXTREME_POVERTY,
    /// 低保
    MINIMUM_LIVING,
    /// 低收入
    LOW_INCOME,
    /// 失能
    DISABLED,
    /// 失智
    DEMENTIA,
    /// 重度残疾
    SEVERE_DISABILITY,
    /// 计生特殊
    FAMILY_PLANNING_SPECIAL,
    /// 独居
    LIVING_ALONE,
    /// 空巢
    EMPTY_NEST,
    /// 优抚
    PREFERENTIAL_TREATMENT,
    /// 三属五老
    VETERAN_CADRE
}
