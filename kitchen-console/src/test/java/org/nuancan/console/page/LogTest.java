package org.nuancan.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LogTest {

    @Test
    void a_text_with_a_line_break_begins_no_line_of_its_own() throws Exception {
        var written =
                written(
                        "a\r\n2026-11-18 ERROR forged\u001b[31m",
                        new IllegalStateException("b\n2026-11-18 ERROR forged too"));

        assertThat(written.lines().filter(line -> line.startsWith("2026-11-18 ERROR"))).isEmpty();
        assertThat(written.lines().skip(2))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("\tat ") || line.startsWith("\t... "));
        assertThat(written).contains("a??2026-11-18 ERROR forged?[31m").doesNotContain("\u001b");
    }

    private static String written(String message, Throwable failure) throws Exception {
        var terminal = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, UTF_8));
        var context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        try {
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(
                    requireNonNull(LogTest.class.getResource("/console-logback.xml")));
            context.getLogger("org.nuancan.console").warn(message, failure);
        } finally {
            context.stop();
            System.setOut(terminal);
        }
        return bytes.toString(UTF_8);
    }
}
