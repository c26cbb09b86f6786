package org.nuancan.policy.fact;

/// A category that entitles an elder; most are about health or hardship, and their names never
/// leave this service.
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
