package org.nuancan.elder;

/// What is wrong with a row of an import file.
///
/// @param column where
/// @param code what
record ImportFault(ImportColumn column, Code code) {

    /// What can be wrong.
    enum Code {
        /// The card number is some elder's already.
        CARD_EXISTS("卡号已被使用", "the card number is in use"),
        /// Not a card number.
        CARD_NUMBER_INVALID("卡号须为 1–32 位字母数字或 -，不能是身份证号", "not a card number"),
        /// A category nobody knows.
        CATEGORY_UNKNOWN("没有这个类别，多个以分号分开", "no such category; separate several by semicolons"),
        /// Not a day.
        DATE_INVALID("日期应为 2026-11-18", "a date such as 2026-11-18"),
        /// Not 9 digits.
        DIVISION_INVALID("区划代码应为 9 位数字", "a division has 9 digits"),
        /// Registered already, or on an earlier line.
        ELDER_EXISTS("该老人已登记", "the elder is registered already"),
        /// Not a number by GB 11643.
        ID_NUMBER_INVALID("身份证号不符合 GB 11643", "the ID number does not pass GB 11643"),
        /// Neither household nor residence lies in the caller's area.
        NOT_FOUND("户籍和居住地都不在您的辖区", "neither household nor residence lies in your area"),
        /// There must be something.
        REQUIRED("必填", "required"),
        /// More fields than the header has.
        TOO_MANY_FIELDS("列数多于表头", "more fields than the header has"),
        /// Not one of the allowed values, or too long.
        VALUE("内容不符合要求", "not an allowed value");

        private final String chinese;
        private final String english;

        Code(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String explanation() {
            return chinese + " / " + english;
        }
    }
}
