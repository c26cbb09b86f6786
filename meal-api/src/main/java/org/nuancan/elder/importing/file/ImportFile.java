package org.nuancan.elder.importing.file;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuancan.text.CsvReader;
import org.nuancan.text.TextEncoding;

/// A CSV file with a header: its text and the meaning of each column.
///
/// @param encoding of the bytes that were read
/// @param text the whole file
/// @param columns the known columns by position, counted from 0; others are not read
/// @param width number of columns
/// @param size number of lines and rows below the header
public record ImportFile(
        TextEncoding encoding,
        String text,
        Map<Integer, ImportColumn> columns,
        int width,
        Size size) {

    /// The most rows of a file.
    static final int MOST_ROWS = 200_000;

    /// Numbers of lines and rows below the header of a file. Each line that is not blank is part of
    /// a row, or is a row of its own if it cannot be read.
    ///
    /// @param lines number of lines that are not blank
    /// @param rows each is imported or a fault; a row whose quoted cells have line breaks takes
    ///   several lines
    public record Size(int lines, int rows) {}

    /// A row of the file.
    public sealed interface Row {

        /// The line on which the row begins, counted from 1.
        int line();

        /// A row that can be read.
        ///
        /// @param cells the values of the known columns, without surrounding blanks
        /// @param isTooLong whether it has more fields than the header
        record Cells(int line, Map<ImportColumn, String> cells, boolean isTooLong) implements Row {

            public String cell(ImportColumn column) {
                return cells.getOrDefault(column, "");
            }

            @Override
            public String toString() {
                return "Row[" + line + "]";
            }
        }

        /// A line that cannot be read.
        record Broken(int line, ImportFault fault) implements Row {}
    }

    /// Reads the header of a file and counts its rows.
    ///
    /// @param encoding of the bytes; empty: it is detected
    public static ImportReading read(byte[] bytes, Optional<TextEncoding> encoding) {
        var decoded =
                encoding.isPresent() ? encoding.get().decode(bytes) : TextEncoding.detect(bytes);
        return decoded.map(ImportFile::headed).orElseGet(ImportReading::notDecoded);
    }

    private static ImportReading headed(TextEncoding.Decoded decoded) {
        var rows = CsvReader.of(decoded.text());
        var header = List.<String>of();
        if (rows.hasNext()) {
            switch (rows.next()) {
                case CsvReader.Row.Cells cells -> header = cells.cells();
                case CsvReader.Row.Broken broken -> {
                    return broken.why() == CsvReader.Why.TOO_LONG
                            ? ImportReading.tooWide()
                            : ImportReading.neverClosed(broken.begin());
                }
            }
        }
        var columns = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        for (var i = 0; i < header.size(); i++) {
            var column = ImportColumn.of(header.get(i));
            if (column.isEmpty()) {
                continue;
            }
            var earlier = columns.put(column.get(), i);
            if (earlier != null) {
                return ImportReading.twice(
                        column.get(), header.get(earlier).strip(), header.get(i).strip());
            }
        }
        var missing = missing(columns);
        if (!missing.isEmpty()) {
            return ImportReading.missing(missing);
        }
        var byPlace = new HashMap<Integer, ImportColumn>();
        columns.forEach((column, place) -> byPlace.put(place, column));
        return counted(decoded, Map.copyOf(byPlace), header.size(), rows);
    }

    private static List<ImportColumn> missing(Map<ImportColumn, Integer> columns) {
        var missing = EnumSet.of(ImportColumn.NAME, ImportColumn.ID_NUMBER);
        missing.removeAll(columns.keySet());
        if (!columns.containsKey(ImportColumn.HOUSEHOLD_DIVISION)
                && !columns.containsKey(ImportColumn.RESIDENCE_DIVISION)) {
            missing.add(ImportColumn.RESIDENCE_DIVISION);
        }
        return List.copyOf(missing);
    }

    private static ImportReading counted(
            TextEncoding.Decoded decoded,
            Map<Integer, ImportColumn> columns,
            int width,
            Iterator<CsvReader.Row> rows) {
        var lines = 0;
        var count = 0;
        while (rows.hasNext()) {
            switch (rows.next()) {
                case CsvReader.Row.Cells cells -> lines += cells.lines();
                case CsvReader.Row.Broken broken -> {
                    if (broken.why() == CsvReader.Why.NEVER_CLOSED) {
                        return ImportReading.neverClosed(broken.begin());
                    }
                    lines++;
                }
            }
            count++;
            if (count > MOST_ROWS) {
                return ImportReading.tooManyRows();
            }
        }
        return new ImportReading.Accepted(
                new ImportFile(
                        decoded.encoding(),
                        decoded.text(),
                        columns,
                        width,
                        new Size(lines, count)));
    }

    /// The rows below the header, one after another.
    public Iterator<Row> rows() {
        var rows = CsvReader.of(text);
        var _ = rows.next();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return row(rows.next());
            }
        };
    }

    private Row row(CsvReader.Row row) {
        return switch (row) {
            case CsvReader.Row.Cells(var line, var _, var cells) -> row(line, cells);
            case CsvReader.Row.Broken(var line, var begin, var why) ->
                    new Row.Broken(
                            line,
                            ImportFault.since(
                                    begin,
                                    switch (why) {
                                        case QUOTES, NEVER_CLOSED ->
                                                ImportFault.Code.QUOTES_UNBALANCED;
                                        case TOO_LONG -> ImportFault.Code.TOO_LONG;
                                    }));
        };
    }

    private Row row(int line, List<String> fields) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        columns.forEach((place, column) -> {
            if (place < fields.size()) {
                cells.put(column, fields.get(place).strip());
            }
        });
        return new Row.Cells(line, cells, fields.size() > width);
    }

    @Override
    public String toString() {
        return "ImportFile[%s, %s, %s]".formatted(encoding, columns.values(), size);
    }
}
