package org.nuancan.elder.importing.file;

import io.micronaut.http.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;
import org.nuancan.http.problem.ProblemException.Fault;
import org.nuancan.text.TextEncoding;

/// The encoding that a caller names for a file.
public final class ImportEncoding {

    private ImportEncoding() {}

    /// The encoding of the parameter, else of the content type's charset; empty if neither names
    /// one.
    ///
    /// @throws ProblemException `REQUEST_INVALID` for a parameter, `UNSUPPORTED_MEDIA_TYPE` for a
    ///   charset that is not read
    public static Optional<TextEncoding> of(
            @Nullable String parameter, Optional<MediaType> contentType) {
        if (parameter != null) {
            return Optional.of(
                    TextEncoding.named(parameter)
                            .orElseThrow(() ->
                                    ProblemException.of(
                                            ProblemCode.REQUEST_INVALID,
                                            List.of(
                                                    new Fault(
                                                            "/encoding",
                                                            "VALUE",
                                                            "UTF-8, GB18030, UTF-16LE, UTF-16BE")))));
        }
        return contentType
                .flatMap(type -> type.getParameters().get("charset"))
                .map(Object::toString)
                .map(charset -> charset.replace("\"", ""))
                .map(charset ->
                        TextEncoding.named(charset)
                                .orElseThrow(() ->
                                        ProblemException.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE)));
    }
}
