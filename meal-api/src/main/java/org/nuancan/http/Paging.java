package org.nuancan.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.text.Verbatim;

/// The requested page of a list; a controller takes it as `@Valid @RequestBean Paging paging`.
///
/// @param limit how many items at most, 1–500; 50 if absent
/// @param after the cursor of the previous page; null for the first page
@Introspected
public record Paging(
        @Parameter(description = "How many items at most, 1–500.")
                @QueryValue(defaultValue = "50")
                @Min(1)
                @Max(500)
                int limit,
        @Parameter(description = "The `next` of the page before.") @QueryValue @Verbatim
                @Nullable String after) {

    /// The first page.
    public static Paging first(int limit) {
        return new Paging(limit, null);
    }

    /// How many rows to read from the database: one more than is shown.
    public int rows() {
        return limit + 1;
    }

    /// The end of the previous page.
    ///
    /// @throws ProblemException `REQUEST_INVALID` if the text is no cursor of this service
    public Optional<Cursor> cursor() {
        var text = after;
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Cursor.read(text).orElseThrow(Paging::refused));
    }

    static ProblemException refused() {
        return ProblemException.of(
                ProblemCode.REQUEST_INVALID,
                List.of(
                        new ProblemException.Fault(
                                "/after", "CURSOR", "不是上一页给出的 next / not the next of a page")));
    }
}
