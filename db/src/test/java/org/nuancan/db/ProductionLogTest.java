package org.nuancan.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ProductionLogTest {

    @Test
    void a_line_is_one_json_object_with_its_request_and_without_an_id_number() throws Exception {
        var written = written("card of 11010519491231002X refused, order 123456789012345678");

        assertThat(written.strip())
                .startsWith("{")
                .endsWith("}")
                .hasLineCount(1)
                .contains("\"requestId\":\"request-7\"")
                .contains("\"message\":\"card of *** refused, order 123456789012345678\"")
                .doesNotContain("11010519491231002X");
    }

    private static String written(String message) throws Exception {
        var terminal = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        var context = new LoggerContext();
        try (var _ = MDC.putCloseable("requestId", "request-7")) {
            context.setMDCAdapter(MDC.getMDCAdapter());
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(
                    requireNonNull(ProductionLogTest.class.getResource("/logback.xml")));
            context.getLogger("org.nuancan.till").warn(message);
        } finally {
            context.stop();
            System.setOut(terminal);
        }
        return bytes.toString(UTF_8);
    }
}
