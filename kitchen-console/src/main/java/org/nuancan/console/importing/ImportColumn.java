package org.nuancan.console.importing;

import java.util.List;

/// A column of a file of elders.
///
/// @param name its name in Chinese
/// @param code its name in English, and the key of its description
/// @param need whether it is required, or one of two is
public record ImportColumn(String name, String code, Need need) {

    /// Whether a file must have a column.
    public enum Need {
        /// The column must be there.
        REQUIRED,
        /// One of the columns of this kind must be there.
        ONE_OF,
        /// The column may be missing.
        OPTIONAL
    }

    /// All columns.
    public static final List<ImportColumn> ALL =
            List.of(
                    new ImportColumn("姓名", "name", Need.REQUIRED),
                    new ImportColumn("身份证号", "idNumber", Need.REQUIRED),
                    new ImportColumn("居住区划", "residenceDivision", Need.ONE_OF),
                    new ImportColumn("户籍区划", "householdDivision", Need.ONE_OF),
                    new ImportColumn("户籍类型", "householdKind", Need.OPTIONAL),
                    new ImportColumn("地址", "address", Need.OPTIONAL),
                    new ImportColumn("电话", "phone", Need.OPTIONAL),
                    new ImportColumn("类别", "categories", Need.OPTIONAL),
                    new ImportColumn("照护等级", "careGrade", Need.OPTIONAL),
                    new ImportColumn("饮食", "diet", Need.OPTIONAL),
                    new ImportColumn("过敏原", "allergens", Need.OPTIONAL),
                    new ImportColumn("卡号", "cardNumber", Need.OPTIONAL),
                    new ImportColumn("卡类型", "cardKind", Need.OPTIONAL),
                    new ImportColumn("卡有效期", "cardValidTo", Need.OPTIONAL));

    /// The Chinese name of a column, or the code if it names none.
    static String name(String code) {
        return ALL.stream()
                .filter(column -> column.code().equals(code))
                .findFirst()
                .map(ImportColumn::name)
                .orElse(code);
    }
}
