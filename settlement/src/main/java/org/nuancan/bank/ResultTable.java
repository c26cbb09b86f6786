package org.nuancan.bank;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nuancan.bank.advice.Advice;
import org.nuancan.bank.advice.Advice.Direction;
import org.nuancan.bank.advice.Advice.Meaning;
import org.nuancan.bank.advice.Advice.Outcome;
import org.nuancan.bank.advice.Advice.Scope;
import org.nuancan.bank.advice.Amounts;
import org.nuancan.bank.advice.FileFault;
import org.nuancan.bank.advice.Names;
import org.nuancan.bank.advice.Place;
import org.nuancan.bank.advice.Wording;
import org.nuancan.money.Fen;

/// Reads a bank's CSV: a header, then a row for each payment. Every row is an advice; a row that is
/// not understood gives the reason.
final class ResultTable {

    private static final Set<String> NO = Set.of("", "否", "N", "0", "FALSE", "正常");
    private static final Set<String> CNY = Set.of("", "CNY", "RMB", "人民币", "156", "01");
    private static final int LONGEST_FIELD = 4000;

    private final Map<ResultColumn, Integer> columns;
    private final int width;

    private ResultTable(Map<ResultColumn, Integer> columns, int width) {
        this.columns = columns;
        this.width = width;
    }

    /// @throws FileFault if its header is not understood, or it is malformed
    static void read(Reader file, Advices advices) throws FileFault {
        try (var records =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(file)) {
            var rows = records.iterator();
            if (!rows.hasNext()) {
                throw FileFault.of("an empty file");
            }
            var table = headed(rows.next().getFields());
            for (var number = 1; rows.hasNext(); number++) {
                advices.add(table.advice(rows.next(), number));
            }
        } catch (CsvParseException malformed) {
            throw FileFault.of("quotes or fields that are not CSV");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static ResultTable headed(List<String> header) throws FileFault {
        var columns = new EnumMap<ResultColumn, Integer>(ResultColumn.class);
        for (var i = 0; i < header.size(); i++) {
            var column = ResultColumn.of(header.get(i));
            if (column.isPresent() && columns.put(column.get(), i) != null) {
                throw FileFault.of("two columns for " + column.get());
            }
        }
        if (!columns.containsKey(ResultColumn.ID) || !columns.containsKey(ResultColumn.OUTCOME)) {
            throw FileFault.of(
                    "neither XML of a known message nor CSV with a reference and an outcome");
        }
        return new ResultTable(columns, header.size());
    }

    private Advice advice(CsvRecord row, int number) {
        var names = Names.of("endToEndId", cell(row, ResultColumn.ID));
        var wording =
                Wording.of(
                        List.of(
                                cell(row, ResultColumn.REASON_CODE),
                                cell(row, ResultColumn.REASON)));
        return new Advice(
                new Place("row " + number, Math.toIntExact(row.getStartingLineNumber())),
                names,
                new Scope.Named(Optional.empty()),
                fault(row)
                        .<Meaning>map(Meaning.Unclear::new)
                        .orElseGet(() -> wording.check(meaning(row))),
                amount(row),
                wording.reason());
    }

    /// The reason why a row is not read, if there is one. A row over several lines is not read,
    /// since a quote that was opened by mistake would hide the lines up to the next quote.
    private Optional<String> fault(CsvRecord row) {
        if (row.getFieldCount() != width) {
            return Optional.of("%d fields instead of %d".formatted(row.getFieldCount(), width));
        }
        var breaks = row.getFields().stream().mapToLong(ResultTable::breaks).sum();
        if (breaks > 0) {
            return Optional.of(
                    "one row over lines %d to %d"
                            .formatted(
                                    row.getStartingLineNumber(),
                                    row.getStartingLineNumber() + breaks));
        }
        return row.getFields().stream().anyMatch(field -> field.length() > LONGEST_FIELD)
                ? Optional.of("a field longer than " + LONGEST_FIELD)
                : Optional.empty();
    }

    private static long breaks(String field) {
        return field.lines().count() - (field.isEmpty() ? 0 : 1) + (field.endsWith("\n") ? 1 : 0);
    }

    private String cell(CsvRecord row, ResultColumn column) {
        var at = columns.get(column);
        return at == null || at >= row.getFieldCount() ? "" : row.getField(at).strip();
    }

    private Meaning meaning(CsvRecord row) {
        var meaning = ResultWords.meaning(cell(row, ResultColumn.OUTCOME));
        if (!NO.contains(cell(row, ResultColumn.REVERSAL).toUpperCase(java.util.Locale.ROOT))) {
            return new Meaning.Unclear("a reversal");
        }
        if (malformedAmount(row)) {
            return new Meaning.Unclear("an amount that is not understood");
        }
        var word = cell(row, ResultColumn.DIRECTION);
        if (word.isEmpty()) {
            return meaning;
        }
        var direction = ResultWords.direction(word);
        if (direction.isEmpty()) {
            return new Meaning.Unclear("unknown word for the direction");
        }
        return direction.get() == Direction.OUT ? meaning : cameIn(meaning);
    }

    /// An incoming amount is a returned payment, if its state is settled.
    private static Meaning cameIn(Meaning meaning) {
        return meaning instanceof Meaning.Status(var outcome)
                        && (outcome == Outcome.SETTLED || outcome == Outcome.RETURNED)
                ? new Meaning.Status(Outcome.RETURNED)
                : new Meaning.Unclear("money that came in, with an outcome of money that went out");
    }

    private boolean malformedAmount(CsvRecord row) {
        var isKnown =
                CNY.contains(cell(row, ResultColumn.CURRENCY).toUpperCase(java.util.Locale.ROOT));
        return isKnown && amount(row).filter(Amounts.OTHER::equals).isPresent();
    }

    private Optional<Fen> amount(CsvRecord row) {
        var fen = cell(row, ResultColumn.FEN);
        var yuan = cell(row, ResultColumn.YUAN);
        if (fen.isEmpty() && yuan.isEmpty()) {
            return Optional.empty();
        }
        if (!CNY.contains(cell(row, ResultColumn.CURRENCY).toUpperCase(java.util.Locale.ROOT))) {
            return Optional.of(Amounts.OTHER);
        }
        var read = fen.isEmpty() ? Amounts.yuan("CNY", yuan) : Amounts.fen(fen);
        var isTwice = !fen.isEmpty() && !yuan.isEmpty();
        return Optional.of(
                isTwice && !Amounts.yuan("CNY", yuan).equals(read) ? Amounts.OTHER : read);
    }
}
