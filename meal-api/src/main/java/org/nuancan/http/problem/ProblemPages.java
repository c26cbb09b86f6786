package org.nuancan.http.problem;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;

/// Serves a page for every `type` of a problem: its meaning and what to do, in both languages.
@Controller("/problems")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Problems")
final class ProblemPages {

    /// Explains one problem code.
    @Get("/{code}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "What a problem means and what to do, in both languages")
    String page(String code) {
        return Arrays.stream(ProblemCode.values())
                .filter(known -> known.type().equals("/problems/" + code))
                .findFirst()
                .map(ProblemPages::html)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    // Contains only texts of this service, nothing of a request.
    private static String html(ProblemCode code) {
        return """
        <!doctype html>
        <html lang="zh">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <style>body { font: 1.1rem/1.6 sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
        <h1>%s</h1>
        <p>%s</p>
        <section lang="en"><h2>%s</h2>
        <p>%s</p></section>
        <p><code>%d %s</code></p>
        </html>
        """
                .formatted(
                        code.title(false),
                        code.title(false),
                        code.advice(false),
                        code.title(true),
                        code.advice(true),
                        code.status(),
                        code.name());
    }
}
