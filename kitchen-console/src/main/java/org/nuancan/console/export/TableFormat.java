package org.nuancan.console.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The formats of files of tables.
public enum TableFormat {
    /// A workbook.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /// Values separated by commas (RFC 4180), in UTF-8 with a byte order mark.
    CSV("text/csv;charset=utf-8");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneId.of("Asia/Shanghai"));

    private final String type;

    TableFormat(String type) {
        this.type = type;
    }

    static Optional<TableFormat> of(String ending) {
        return Arrays.stream(values()).filter(one -> one.ending().equals(ending)).findFirst();
    }

    /// The media type.
    public String type() {
        return type;
    }

    /// The content of the file.
    public byte[] bytes(ShownTable table) {
        return switch (this) {
            case XLSX -> TableWorkbook.bytes(table);
            case CSV -> TableCsv.bytes(table);
        };
    }

    /// The header that lets a browser save the file, under the title of the table and the time.
    public String disposition(ShownTable table, Instant madeAt) {
        var end = "-" + STAMP.format(madeAt) + "." + ending();
        var name = URLEncoder.encode(table.title() + end, StandardCharsets.UTF_8);
        return "attachment; filename=\"%s%s\"; filename*=UTF-8''%s"
                .formatted(table.id(), end, name.replace("+", "%20").replace("*", "%2A"));
    }

    private String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
