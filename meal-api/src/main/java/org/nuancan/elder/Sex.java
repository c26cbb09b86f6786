package org.nuancan.elder;

/// The sex, as an ID number says.
public enum Sex {
    /// 男
    MALE,
    /// 女
    FEMALE
}
