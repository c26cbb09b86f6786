package org.nuancan.console.page;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/// The console, running.
///
/// It reads `console.yml` and nothing named `application`, and takes no bean of this project but
/// its own: so it may share a process and a class path with meal-api, and still speaks to it over
/// HTTP only.
public final class Console implements AutoCloseable {

    private static final String LOGGING = "logback.configurationFile";
    private static final String SETTINGS = "console.yml";

    private final ApplicationContext context;

    private Console(ApplicationContext context) {
        this.context = context;
    }

    /// Starts it on its own: port and addresses come from `console.yml`, the environment
    /// (`NUANCAN_CONSOLE_API_URL`, …) and `-D`.
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "console-logback.xml");
        }
        var console = start(Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(console::stop, "console-stops"));
        System.out.printf("Nuancan's console is at http://127.0.0.1:%d%n", console.port());
    }

    /// Starts it beside meal-api on a machine without HTTPS.
    ///
    /// @param port 0 for any that is free
    /// @param api where meal-api answers
    public static Console start(int port, URI api) {
        return start(
                Map.of(
                        "micronaut.server.port",
                        port,
                        "nuancan.console.api-url",
                        api.toString(),
                        "nuancan.console.secure-cookies",
                        false));
    }

    /// Starts it with settings that win over those of `console.yml`.
    public static Console start(Map<String, Object> settings) {
        var context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .enableDefaultPropertySources(false)
                        .bootstrapEnvironment(false)
                        .propertySources(
                                inTheJar(),
                                new EnvironmentPropertySource(),
                                new SystemPropertiesPropertySource(),
                                PropertySource.of("given", settings, Integer.MAX_VALUE))
                        .beanConfigurations(new OnlyTheConsoles())
                        .banner(false)
                        .start();
        var _ = context.getBean(EmbeddedServer.class).start();
        return new Console(context);
    }

    private static PropertySource inTheJar() {
        try (var stream = Console.class.getClassLoader().getResourceAsStream(SETTINGS)) {
            if (stream == null) {
                throw new IllegalStateException("not in the jar: " + SETTINGS);
            }
            var values = new YamlPropertySourceLoader().read(SETTINGS, stream);
            return PropertySource.of(SETTINGS, values, Integer.MIN_VALUE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Every route, for tests of what they all do.
    Router routes() {
        return context.getBean(Router.class);
    }

    /// Where it listens.
    public int port() {
        return context.getBean(EmbeddedServer.class).getPort();
    }

    /// Ends it; pages that are open lose their line.
    public void stop() {
        context.close();
    }

    /// The same as [#stop].
    @Override
    public void close() {
        stop();
    }
}
