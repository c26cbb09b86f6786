package org.nuancan.menu;

/// For whom a dish is fit.
public enum Diet {
    /// 低盐
    LOW_SALT,
    /// 低糖
    LOW_SUGAR,
    /// 软食
    SOFT,
    /// 清真
    HALAL,
    /// 素食
    VEGETARIAN
}
