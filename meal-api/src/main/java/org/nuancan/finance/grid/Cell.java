package org.nuancan.finance.grid;

import org.nuancan.money.Fen;

/// The content of a cell.
public sealed interface Cell {

    /// Words, ids or dates: spreadsheets do not compute with it.
    record Text(String value) implements Cell {}

    /// A count or an amount in fen.
    record Whole(long value) implements Cell {}

    static Cell text(Object value) {
        return new Text(value.toString());
    }

    static Cell fen(Fen value) {
        return new Whole(value.value());
    }

    static Cell count(long value) {
        return new Whole(value);
    }
}
