package org.nuancan.http;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items whole records
/// @param next the cursor for `?after=`, null on the last page
@Introspected
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /// Makes a page of a result that was queried with `limit + 1`: one row more than the limit
    /// means that there is a next page.
    ///
    /// @param cursor the cursor of the last item shown
    public static <T> Page<T> of(List<T> found, Paging paging, Function<T, Cursor> cursor) {
        if (found.size() <= paging.limit()) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, paging.limit());
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }
}
