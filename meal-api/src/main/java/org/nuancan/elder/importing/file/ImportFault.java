package org.nuancan.elder.importing.file;

/// What is wrong with a row of an import file.
///
/// @param field the column's name in JSON, or `line` and a number for what concerns whole lines
/// @param code what
public record ImportFault(String field, Code code) {

    /// A fault of a cell.
    public static ImportFault of(ImportColumn column, Code code) {
        return new ImportFault(column.field(), code);
    }

    /// A fault of a whole line that begins on another one, or there.
    public static ImportFault since(int line, Code code) {
        return new ImportFault("line " + line, code);
    }

    /// What can be wrong.
    public enum Code {
        /// The card number is some elder's already.
        CARD_EXISTS("卡号已被使用", "the card number is in use"),
        /// Not a card number.
        CARD_NUMBER_INVALID("卡号须为 1–32 位字母数字或 -，不能是身份证号", "not a card number"),
        /// The same category with the same days twice.
        CATEGORY_TWICE("同一类别重复", "the same category twice"),
        /// An unknown category.
        CATEGORY_UNKNOWN("没有这个类别，多个以分号分开", "no such category; separate several by semicolons"),
        /// Not a day, or a day that is not possible in this elder's life.
        DATE_INVALID("日期应为 2026-11-18，不早于出生", "a date such as 2026-11-18, not before birth"),
        /// Not 9 digits.
        DIVISION_INVALID("区划代码应为 9 位数字", "a division has 9 digits"),
        /// Registered already, or on an earlier line.
        ELDER_EXISTS("该老人已登记", "the elder is registered already"),
        /// Not a number by GB 11643, or not of a living person.
        ID_NUMBER_INVALID("身份证号不符合 GB 11643", "the ID number does not pass GB 11643"),
        /// An ID number where people write in their own words.
        ID_NUMBER_IN_TEXT("此列不得写入公民身份号码", "this column must not hold a citizen's ID number"),
        /// A defect; the log has it.
        INTERNAL(
                "系统内部错误，请联系管理员后重新上传此行", "an internal error; report it, then upload this row again"),
        /// Neither household nor residence is in the caller's area.
        NOT_FOUND("户籍和居住地都不在您的辖区", "neither household nor residence lies in your area"),
        /// Quotes that are no pair; the lines between are not read.
        QUOTES_UNBALANCED(
                "引号不成对：从所示行的引号起未能读取，请补全或删除引号后重新上传这些行",
                "quotes are not in pairs from the line named on; mend them and upload these lines again"),
        /// There must be something.
        REQUIRED("必填", "required"),
        /// A cell or row that is too long to be read.
        TOO_LONG("单元格或整行过长", "a cell or the whole line is too long"),
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

        /// The explanation in Chinese, then in English, separated by ` / `.
        public String explanation() {
            return chinese + " / " + english;
        }
    }
}
