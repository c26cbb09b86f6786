package org.nuancan.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nuancan.elder.IdNumber;
import org.nuancan.http.Contract;
import org.nuancan.http.ServerUnderTest;

/// Every request body and every 2xx answer of the OpenAPI document has an example that its schema
/// allows; files have none.
///
/// What is missing is recorded by the tests that use the operation: `mvn test -pl meal-api -am
/// -Dtest=…
/// -Dnuancan.examples=$PWD/meal-api/src/main/resources/org/nuancan/http/openapi/openapi-examples.json`
/// keeps what the file has, so remove an example to have it recorded again.
final class OpenApiExamplesTest {

    /// An answer or request body that has to have an example.
    private record Place(String name, MediaType content) {}

    private static final String DOCUMENT = ServerUnderTest.get().anonymous().get("/openapi").body();
    private static final OpenAPI API =
            new OpenAPIV3Parser().readContents(Contract.withNulls(DOCUMENT)).getOpenAPI();
    private static final SchemaValidator SCHEMAS = new SchemaValidator(API, new MessageResolver());

    private static List<Place> places() {
        var places = new ArrayList<Place>();
        API.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap()
                                .forEach((method, operation) ->
                                        places.addAll(places(method + " " + path, operation))));
        assertThat(places).hasSizeGreaterThan(200);
        return places;
    }

    private static List<Place> places(String name, Operation operation) {
        var contents = new TreeMap<String, Content>();
        if (operation.getRequestBody() != null) {
            contents.put("request", operation.getRequestBody().getContent());
        }
        operation
                .getResponses()
                .forEach((status, response) -> {
                    if (status.startsWith("2") && response.getContent() != null) {
                        contents.put(status, response.getContent());
                    }
                });
        var places = new ArrayList<Place>();
        contents.forEach((what, content) ->
                content.forEach((type, one) -> {
                    if (type.matches("application/(json|x-www-form-urlencoded)")) {
                        places.add(new Place(name + " " + what, one));
                    }
                }));
        return places;
    }

    @Test
    void every_request_and_every_2xx_answer_has_an_example() {
        var without =
                places().stream()
                        .filter(place -> place.content().getExample() == null)
                        .map(Place::name);

        assertThat(without).isEmpty();
    }

    @Test
    void every_example_matches_its_schema() {
        for (var place : places()) {
            if (place.content().getExample() instanceof JsonNode example) {
                assertThat(faults(place, example)).as(place.name()).isEmpty();
            }
        }
    }

    @Test
    void an_example_that_does_not_match_its_schema_is_found() {
        var checkout =
                places().stream()
                        .filter(place -> place.name().equals("POST /v1/pos/checkouts request"))
                        .findFirst()
                        .orElseThrow();
        var wrong = ((ObjectNode) checkout.content().getExample()).deepCopy().put("slot", "TEA");

        assertThat(faults(checkout, wrong)).isNotEmpty();
    }

    private static List<ValidationReport.Message> faults(Place place, JsonNode example) {
        return SCHEMAS.validate(example.toString(), place.content().getSchema(), "example")
                .getMessages();
    }

    @Test
    void no_example_could_be_about_a_real_person() {
        var idNumbers = Pattern.compile("(?<!\\d)\\d{17}[\\dX](?!\\d)").matcher(DOCUMENT);

        while (idNumbers.find()) {
            // Ids of records have 18 digits too, but are no ID numbers.
            if (IdNumber.parse(idNumbers.group()).isPresent()) {
                // GB/T 2260 has never given this code to a place.
                assertThat(idNumbers.group()).startsWith("110199");
            }
        }
    }

    @Test
    void operations_have_names_of_their_own() {
        var names =
                API.getPaths().values().stream()
                        .flatMap(item -> item.readOperations().stream())
                        .map(Operation::getOperationId)
                        .toList();

        assertThat(names).doesNotHaveDuplicates().contains("postPosCheckouts");
    }
}
