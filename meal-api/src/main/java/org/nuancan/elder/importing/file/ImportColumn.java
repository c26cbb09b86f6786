package org.nuancan.elder.importing.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A column of an import file, by any of its names. Case, blanks, line breaks and `_ - .` in a name
/// do not matter. Faults of a row are listed in this order.
public enum ImportColumn {
    NAME("name", "姓名"),
    ID_NUMBER("idNumber", "身份证号", "身份证号码", "公民身份号码", "身份证"),
    CARE_GRADE("careGrade", "照护等级", "护理等级", "失能等级"),
    HOUSEHOLD_KIND("householdKind", "户籍类型", "户籍性质"),
    HOUSEHOLD_DIVISION("householdDivision", "household", "户籍区划", "户籍地", "户籍地区划"),
    RESIDENCE_DIVISION("residenceDivision", "residence", "居住区划", "居住地", "居住地区划"),
    ADDRESS("address", "地址", "住址", "居住地址"),
    PHONE("phone", "电话", "手机", "手机号", "联系电话"),
    CATEGORIES("categories", "category", "类别", "人员类别", "对象类别"),
    DIET("diet", "饮食", "饮食要求"),
    ALLERGENS("allergens", "过敏原", "过敏"),
    CARD_NUMBER("cardNumber", "卡号"),
    CARD_KIND("cardKind", "卡类型", "卡种"),
    CARD_VALID_TO("cardValidTo", "validTo", "卡有效期", "卡有效期至");

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // a List.of
    private final List<String> names;

    ImportColumn(String field, String... others) {
        this.field = field;
        this.names =
                Stream.concat(Stream.of(field), Arrays.stream(others))
                        .map(ImportColumn::plain)
                        .toList();
    }

    /// The name of the field in JSON.
    String field() {
        return field;
    }

    /// The column that a header names.
    static Optional<ImportColumn> of(String header) {
        var name = plain(header);
        return Arrays.stream(values()).filter(column -> column.names.contains(name)).findFirst();
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_.\\-\\uFEFF\\u3000\\u00A0]", "").toLowerCase(Locale.ROOT);
    }
}
