package org.nuancan.elder.importing.file;

import java.util.List;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;

/// Outcome of reading the header and counting the lines of an import file.
public sealed interface ImportReading {

    /// A file whose rows can be read one by one.
    record Accepted(ImportFile file) implements ImportReading {}

    /// A file of which nothing is taken.
    record Refused(ProblemCode code, List<Fault> faults) implements ImportReading {

        /// Copies the list.
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /// @throws ProblemException what was refused
    default ImportFile orThrow() {
        return switch (this) {
            case Accepted(var file) -> file;
            case Refused(var code, var faults) -> throw ProblemException.of(code, faults);
        };
    }

    /// The bytes are not text in the encoding that was named, or in none of those that are read.
    static ImportReading notDecoded() {
        return refused(
                ProblemCode.IMPORT_UNREADABLE,
                "/file",
                "ENCODING",
                "不是该编码的文本 / not text in this encoding");
    }

    /// A column that must be there is not.
    static ImportReading missing(List<ImportColumn> columns) {
        return new Refused(
                ProblemCode.IMPORT_UNREADABLE,
                columns.stream()
                        .map(column ->
                                new Fault(
                                        "/" + column.field(),
                                        "COLUMN_MISSING",
                                        "缺少此列 / this column is missing"))
                        .toList());
    }

    /// Two headers mean one column.
    static ImportReading twice(ImportColumn column, String first, String second) {
        return refused(
                ProblemCode.IMPORT_COLUMN_TWICE,
                "/" + column.field(),
                "COLUMN_TWICE",
                "%s · %s".formatted(first, second));
    }

    /// A quote is open at the end of the file.
    static ImportReading neverClosed(int line) {
        return refused(
                ProblemCode.IMPORT_UNREADABLE,
                "/file/lines/" + line,
                "QUOTE_NEVER_CLOSED",
                "第 %d 行的引号没有结束 / the quote of line %d is never closed".formatted(line, line));
    }

    /// The header is too long.
    static ImportReading tooWide() {
        return refused(
                ProblemCode.IMPORT_UNREADABLE,
                "/file/lines/1",
                "TOO_LONG",
                "表头过长 / the header is too long");
    }

    /// More rows than one file may have.
    static ImportReading tooManyRows() {
        return new Refused(ProblemCode.PAYLOAD_TOO_LARGE, List.of());
    }

    private static ImportReading refused(
            ProblemCode code, String pointer, String fault, String detail) {
        return new Refused(code, List.of(new Fault(pointer, fault, detail)));
    }
}
