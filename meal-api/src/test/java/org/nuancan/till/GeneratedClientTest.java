package org.nuancan.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuancan.access.terminal.TerminalActivationService;
import org.nuancan.http.ServerUnderTest;

/// A client that openapi-generator makes from the published document compiles and sells a meal.
@Tag("prove")
final class GeneratedClientTest {

    private static final Canteen CANTEEN = Canteen.open();

    /// What a vendor writes around the generated client.
    private static final String VENDOR =
            """
            import client.ApiClient;
            import client.api.SigningInApi;
            import client.api.TillApi;
            import client.model.*;

            public final class Vendor {

                public static String sell(String url, String name, String secret, String card)
                        throws Exception {
                    var api = new ApiClient().setBasePath(url);
                    var session =
                            new SigningInApi(api)
                                    .postLogin(
                                            new SignInControllerCredentials()
                                                    .username(name)
                                                    .password(secret));
                    api.setBearerToken(session.getAccessToken());
                    var sold =
                            new TillApi(api)
                                    .postPosCheckouts(
                                            "generated-client-1",
                                            new CheckoutBody()
                                                    .credential(
                                                            new CredentialBody()
                                                                    .type(CredentialType.CARD)
                                                                    .value(card))
                                                    .slot(Slot.LUNCH)
                                                    .addItemsItem(
                                                            new ItemBody().sku("SET").quantity(1))
                                                    .addTendersItem(
                                                            new TenderBody()
                                                                    .type(TenderType.CASH)
                                                                    .amountFen(1300L)));
                    return sold.getGrants().getFirst().getCode() + " " + sold.getElderPaysFen();
                }
            }
            """;

    @Test
    void a_client_generated_from_the_document_sells_a_meal(@TempDir Path folder) throws Exception {
        var terminal = ServerUnderTest.unique("generated-till");
        var _ =
                CANTEEN.server()
                        .bean(TerminalActivationService.class)
                        .createActivated(terminal, CANTEEN.siteId(), "收银台", "test-pass");
        generate(folder);
        var classes = compile(folder);

        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var sold =
                    loader.loadClass("Vendor")
                            .getMethod(
                                    "sell", String.class, String.class, String.class, String.class)
                            .invoke(
                                    null,
                                    CANTEEN.server().address().toString(),
                                    terminal,
                                    "test-pass",
                                    CANTEEN.entitled().card());

            assertThat(sold).isEqualTo("BJ-DINER 1300");
        }
    }

    private static void generate(Path folder) throws IOException, InterruptedException {
        var document = folder.resolve("openapi.json");
        Files.writeString(document, CANTEEN.server().anonymous().get("/openapi").body());
        var log = folder.resolve("generator.log").toFile();
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                "target/generator/openapi-generator-cli.jar",
                                "generate",
                                "--input-spec=" + document,
                                "--generator-name=java",
                                "--library=apache-httpclient",
                                "--output=" + folder,
                                "--global-property=apis,models,supportingFiles,apiTests=false,"
                                        + "modelTests=false,apiDocs=false,modelDocs=false,"
                                        + "skipFormModel=false",
                                "--additional-properties=openApiNullable=false,useJakartaEe=true,"
                                        + "apiPackage=client.api,modelPackage=client.model,"
                                        + "invokerPackage=client")
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(log))
                        .start();
        assertThat(process.waitFor()).as(() -> read(log)).isZero();
    }

    private static Path compile(Path folder) throws IOException {
        Files.writeString(folder.resolve("Vendor.java"), VENDOR);
        var classes = Files.createDirectory(folder.resolve("classes"));
        var log = folder.resolve("javac.log").toFile();
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-proc:none",
                                "-nowarn",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString()));
        try (var files = Files.walk(folder)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .forEach(arguments::add);
        }
        try (var out = Files.newOutputStream(log.toPath())) {
            var result =
                    ToolProvider.getSystemJavaCompiler()
                            .run(null, out, out, arguments.toArray(String[]::new));
            assertThat(result).as(() -> read(log)).isZero();
        }
        return classes;
    }

    private static String read(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException exception) {
            return exception.toString();
        }
    }
}
