package org.nuancan.elder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A CSV file with a header: its text and what each column is.
///
/// @param encoding `UTF-8` or `GB18030`
/// @param text the whole file
/// @param columns the known columns by their place; others are not read
/// @param width how many columns there are
record ImportFile(String encoding, String text, Map<Integer, ImportColumn> columns, int width) {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    /// A row of the file.
    ///
    /// @param line where it begins, counted from 1
    /// @param cells what stands in the known columns, without blanks around
    /// @param isTooLong whether it has more fields than the header
    record Row(int line, Map<ImportColumn, String> cells, boolean isTooLong) {

        String cell(ImportColumn column) {
            return cells.getOrDefault(column, "");
        }

        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    /// Reads the header; empty if this is no CSV of UTF-8 or GB18030 that has a name, an ID number
    /// and a division.
    static Optional<ImportFile> read(byte[] bytes) {
        for (var encoding : ENCODINGS) {
            var text = decoded(bytes, encoding);
            if (text.isPresent()) {
                return headed(encoding.name(), text.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<ImportFile> headed(String encoding, String text) {
        var columns = new EnumMap<ImportColumn, Integer>(ImportColumn.class);
        var header = header(text);
        for (var i = 0; i < header.size(); i++) {
            var column = ImportColumn.of(header.get(i));
            if (column.isPresent() && columns.put(column.get(), i) != null) {
                return Optional.empty();
            }
        }
        var has = columns.keySet();
        var isEnough =
                has.containsAll(EnumSet.of(ImportColumn.NAME, ImportColumn.ID_NUMBER))
                        && (has.contains(ImportColumn.HOUSEHOLD_DIVISION)
                                || has.contains(ImportColumn.RESIDENCE_DIVISION));
        if (!isEnough) {
            return Optional.empty();
        }
        var byPlace = new HashMap<Integer, ImportColumn>();
        columns.forEach((column, place) -> byPlace.put(place, column));
        return Optional.of(new ImportFile(encoding, text, Map.copyOf(byPlace), header.size()));
    }

    private static List<String> header(String text) {
        try {
            var records = records(text);
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException malformed) {
            return List.of();
        }
    }

    /// How many rows there are; empty if the file is malformed somewhere.
    Optional<Integer> count() {
        try {
            var count = 0;
            for (var rows = rows(); rows.hasNext(); count++) {
                var _ = rows.next();
            }
            return Optional.of(count);
        } catch (CsvParseException malformed) {
            return Optional.empty();
        }
    }

    /// The rows below the header, one after another.
    Iterator<Row> rows() {
        var records = records(text);
        if (records.hasNext()) {
            var _ = records.next();
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Row next() {
                if (!records.hasNext()) {
                    throw new NoSuchElementException();
                }
                return row(records.next());
            }
        };
    }

    private Row row(CsvRecord record) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        for (var place = 0; place < record.getFieldCount(); place++) {
            var column = columns.get(place);
            if (column != null) {
                cells.put(column, record.getField(place).strip());
            }
        }
        return new Row(
                Math.toIntExact(record.getStartingLineNumber()),
                cells,
                record.getFieldCount() > width);
    }

    private static Iterator<CsvRecord> records(String text) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)
                .iterator();
    }

    private static Optional<String> decoded(byte[] bytes, Charset encoding) {
        try {
            var text =
                    encoding.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
            // A byte order mark is no part of the first header.
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "ImportFile[" + encoding + ", " + columns.values() + "]";
    }
}
