package org.nuancan.policy.document;

/// Kinds of faults at a place of a document.
public enum FaultCode {
    /// An unknown field.
    FIELD_UNKNOWN("没有这个字段", "there is no such field"),
    /// A required field is missing.
    FIELD_MISSING("缺少这个字段", "this field is missing"),
    /// Null or empty where a value is required.
    VALUE_MISSING("必须有值", "a value is needed"),
    /// A value of another JSON type.
    TYPE_WRONG("类型不对，应为%s", "must be %s"),
    /// A value that is not one of the allowed values.
    VALUE_UNKNOWN("未知的取值，可用：%s", "unknown value; there are: %s"),
    /// A number with a fraction or an exponent.
    NUMBER_NOT_WHOLE("必须是整数，不带小数和指数", "must be a whole number without fraction or exponent"),
    /// A number beyond its range.
    NUMBER_OUT_OF_RANGE("数值超出范围 %s", "must be from %s"),
    /// Not a date of the calendar in the years 1000 to 9999.
    DATE_INVALID("日期应写作 2026-11-18", "must be a date such as 2026-11-18"),
    /// A text without visible characters, or with more characters than the field allows.
    TEXT_LENGTH("应为1至%s个字符", "must have 1 to %s characters"),
    /// A blank or an invisible character at the start or the end of a text.
    TEXT_BLANK_AT_END("首尾不能有空白", "must not begin or end with a blank"),
    /// A control character, an invisible formatting character, or a code point that is no
    /// character.
    TEXT_CHARACTER("含有控制字符或无效字符", "holds a control or an invalid character"),
    /// An ID number in a text.
    TEXT_ID_NUMBER("不能填写身份证号码", "must not hold an ID number"),
    /// More items than the list allows.
    LIST_TOO_LONG("最多%s项", "has at most %s items"),
    /// Not 2 to 9 digits.
    DIVISION_INVALID("行政区划代码应为2至9位数字", "a division is 2 to 9 digits"),
    /// An unknown payer.
    PAYER_UNKNOWN(
            "出资方应为区划代码、PROVIDER、CHARITY:名称、STREET、DISTRICT 或 CITY",
            "a payer is a division, PROVIDER, CHARITY:<name>, STREET, DISTRICT or CITY"),
    /// A second policy of the same code and version.
    POLICY_REPEATED("同一代码和版本的政策出现了两次", "a second policy of this code and version"),
    /// `effectiveFrom` after `effectiveTo`.
    PERIOD_REVERSED("生效日期晚于失效日期", "lies after effectiveTo"),
    /// A minimum above its maximum.
    MINIMUM_ABOVE_MAXIMUM("下限大于上限%s", "is above its maximum %s"),
    /// Basis points outside 0 to 10000.
    BASIS_POINTS_OUT_OF_RANGE("基点应在0至10000之间", "basis points are 0 to 10000"),
    /// Negative fen.
    FEN_NEGATIVE("金额不能为负", "an amount is never negative"),
    /// More fen than the field allows.
    FEN_TOO_LARGE("金额不能超过%s分", "is more than %s fen"),
    /// A limit with neither `meals` nor `fen`.
    LIMIT_EMPTY("限额须有餐数或金额", "a limit needs meals or fen"),
    /// Two limits with the same `on` and `per`.
    LIMIT_REPEATED("同一对象和周期的限额出现了两次", "a second limit with this on and per"),
    /// No entry in `funding`.
    FUNDING_EMPTY("至少要有一个出资方", "at least one payer is needed"),
    /// A weight below 1.
    WEIGHT_BELOW_ONE("权重至少为1", "a weight is 1 or more"),
    /// A weight above a million.
    WEIGHT_TOO_LARGE("权重最大为1000000", "a weight is at most 1000000"),
    /// The provider's own discount on a side other than `DINER`.
    PROVIDER_PAYS_ITSELF("只有就餐补贴可由服务商让利", "the provider pays on side DINER only"),
    /// No tiers.
    TIERS_EMPTY("至少要有一档", "at least one tier is needed"),
    /// A tier that overlaps one before it.
    TIERS_OVERLAP("与前面的档位重叠", "overlaps a tier before it"),
    /// `TIERED` in a tier.
    TIERED_IN_TIERED("档位之内不能再分档", "a tier holds any type but TIERED"),
    /// A bill that is more than the gross.
    BILL_ABOVE_GROSS("可补贴金额大于总额", "is more than grossFen");

    private final String zh;
    private final String en;

    FaultCode(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh(String detail) {
        return zh.formatted(detail);
    }

    String en(String detail) {
        return en.formatted(detail);
    }
}
