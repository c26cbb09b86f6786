package org.nuancan.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.nuancan.demo.DemoDistrict;
import org.nuancan.demo.lunch.Play;
import org.nuancan.engine.TestDatabase;

/// Writes a dump of this build with a small demo day. A tool, run once for each release:
///
/// `mvn test -pl standalone -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=MakeDumpTest
/// -Dnuancan.dump=0.2.0`
@EnabledIfSystemProperty(named = "nuancan.dump", matches = "\\d+\\.\\d+\\.\\d+")
class MakeDumpTest {

    private static final int CHECKOUTS = 20;
    private static final int TILLS = 2;
    private static final int MOST_BYTES = 1_000_000;

    @Test
    void a_demo_day_is_written_down() throws Exception {
        var database = TestDatabase.migrated();
        var settings = new HashMap<String, Object>(database.properties());
        settings.put("micronaut.server.port", -1);
        settings.put("endpoints.all.port", -1);
        try (var context =
                ApplicationContext.builder()
                        .environments("embedded")
                        .properties(settings)
                        .exclude("org.nuancan.console")
                        .start()) {
            var _ = context.getBean(DemoDistrict.class).load();
            var url = context.getBean(EmbeddedServer.class).start().getURI();
            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            var _ = Play.play(new Play.Size(url, CHECKOUTS, TILLS), out, done -> {});
        }
        try (var connection = database.dataSource().getConnection()) {
            var text = Dump.write(connection);
            var file =
                    Path.of("src/test/resources/dumps")
                            .resolve(System.getProperty("nuancan.dump") + ".sql");
            var _ = Files.writeString(file, text);

            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
        }
    }
}
