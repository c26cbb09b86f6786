package org.nuancan.http.openapi;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.nuancan.http.problem.ProblemCode;
import org.nuancan.http.problem.ProblemException;

/// Serves the OpenAPI document, and a page for browsers to try it. All files come from this
/// process.
@Hidden
@Controller("/openapi")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpenApiController {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>暖餐 Nuancan API</title>
            <link rel="stylesheet" href="/openapi/swagger-ui.css">
            <div id="ui"></div>
            <script src="/openapi/swagger-ui-bundle.js"></script>
            <script src="/openapi/start.js"></script>
            </html>
            """;

    private static final String START =
            """
            SwaggerUIBundle({
                url: "/openapi/openapi.json", dom_id: "#ui", deepLinking: true,
                persistAuthorization: true, tryItOutEnabled: true
            });
            """;

    private static final Map<String, MediaType> FILES =
            Map.of(
                    "swagger-ui.css",
                    MediaType.TEXT_CSS_TYPE,
                    "swagger-ui-bundle.js",
                    MediaType.of("text/javascript"));

    private final OpenApiDocument document;
    private final ResourceResolver resources;

    OpenApiController(OpenApiDocument document, ResourceResolver resources) {
        this.document = document;
        this.resources = resources;
    }

    /// The document; for callers that prefer HTML, the page.
    @Get
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    HttpResponse<String> get(HttpRequest<?> request) {
        var accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML)
                ? HttpResponse.ok(PAGE).contentType(MediaType.TEXT_HTML_TYPE)
                : HttpResponse.ok(document.json()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /// The document, or a file of the page.
    @Get("/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<?> file(String name) {
        // A separate route would be hidden by this one for callers that accept any media type.
        if (name.equals("openapi.json")) {
            return HttpResponse.ok(document.json()).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        if (name.equals("start.js")) {
            return HttpResponse.ok(START).contentType(MediaType.of("text/javascript"));
        }
        var type = FILES.get(name);
        if (type == null) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        var path =
                "classpath:META-INF/resources/webjars/swagger-ui/%s/%s".formatted(version(), name);
        return resources
                .getResourceAsStream(path)
                .map(in -> HttpResponse.ok(new StreamedFile(in, type)))
                .orElseThrow(() -> new IllegalStateException(path + " is missing"));
    }

    // The version of Swagger UI, from its jar.
    private String version() {
        var path = "classpath:META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (var in =
                resources
                        .getResourceAsStream(path)
                        .orElseThrow(() -> new IllegalStateException(path + " is missing"))) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException exception) {
            throw new UncheckedIOException(path, exception);
        }
    }
}
