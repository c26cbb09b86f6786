package org.nuancan.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// Values for `in (:values)` of a repository's query.
///
/// The text of the query depends on the length of the list, and the driver and the server parse
/// each new text. So lists are filled up to a power of two, which keeps the number of texts small.
public final class InList {

    private InList() {}

    /// The values, with the last one repeated up to a power of two. An empty list stays empty, and
    /// the query finds nothing.
    public static <T> List<T> of(Collection<T> values) {
        var filled = new ArrayList<>(values);
        if (!filled.isEmpty()) {
            var missing = rounded(filled.size()) - filled.size();
            filled.addAll(Collections.nCopies(missing, filled.getLast()));
        }
        return Collections.unmodifiableList(filled);
    }

    static int rounded(int size) {
        return size <= 1 ? size : Integer.highestOneBit(size - 1) << 1;
    }
}
