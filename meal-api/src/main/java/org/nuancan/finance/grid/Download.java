package org.nuancan.finance.grid;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/// A file as an HTTP response, with its control figures also in headers.
public final class Download {

    public static final String CSV = "text/csv";
    public static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PDF = "application/pdf";

    private Download() {}

    /// @param name start of the file name
    public static MutableHttpResponse<byte[]> of(
            byte[] bytes, String type, String name, Control control) {
        var ending =
                switch (type) {
                    case XLSX -> "xlsx";
                    case PDF -> "pdf";
                    default -> "csv";
                };
        return HttpResponse.ok(bytes)
                .contentType(MediaType.of(type.equals(CSV) ? CSV + ";charset=utf-8" : type))
                .header("X-Row-Count", Long.toString(control.rows()))
                .header("X-Control-Sum-Fen", Long.toString(control.sum().value()))
                .header("X-As-Of", control.asOf().toString())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + control.fileName(name, ending) + "\"");
    }
}
