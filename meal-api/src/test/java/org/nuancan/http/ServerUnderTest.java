package org.nuancan.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.Qualifier;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.nuancan.access.ScopeWords;
import org.nuancan.access.terminal.TerminalActivationService;
import org.nuancan.access.user.UserService;
import org.nuancan.engine.TestDatabase;

/// The service under test: started once a JVM, on a schema of its own and the tests' Redis, in the
/// environment `test`, on a free port.
///
/// ```java
/// private static final ServerUnderTest SERVER = ServerUnderTest.get();
///
/// var city = SERVER.as(Role.CITY_ADMIN);                       // scope: the city
/// var officer = SERVER.as(Role.DISTRICT_OFFICER, ScopeWords.district("110105"));
/// var till = SERVER.terminal(siteId);                          // POS_TERMINAL of a site
///
/// var made = city.post("/v1/providers", """
///         {"name": "…"}""");                                    // JSON text, or a Map, or a record
/// assertThat(made.status()).isEqualTo(201);
/// var providerId = made.text("/providerId");                    // by JSON pointer
///
/// till.with("Idempotency-Key", "k-1").post("/v1/pos/checkouts", sale);
/// SERVER.anonymous().get("/v1/users").status();                 // 401
///
/// SERVER.bean(Sites.class)                                      // doors inside
/// city.put("/test/clock", Map.of("now", "2026-11-18T11:30:00+08:00"));
/// ```
///
/// Records in `@Body @Valid` need `@Introspected`, or they answer 500; controllers with constraints
/// on parameters cannot be final.
///
/// All test classes of a JVM share the server, its database and its clock: make your own providers,
/// sites and elders (`unique("…")` gives a name), never count what others may have made, and give
/// the clock back.
public final class ServerUnderTest {

    private static final String PASSWORD = "test-pass";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Running {
        static final ServerUnderTest SERVER = start(Map.of());
    }

    private final ApplicationContext context;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    private ServerUnderTest(EmbeddedServer server) {
        this.context = server.getApplicationContext();
        this.address = server.getURI();
    }

    /// The one that all tests of this JVM share.
    public static ServerUnderTest get() {
        return Running.SERVER;
    }

    /// One with a schema of its own and other settings, for tests that need them.
    public static ServerUnderTest start(Map<String, Object> settings) {
        return start(TestDatabase.fresh(), settings);
    }

    /// One more node on the same database.
    public static ServerUnderTest start(TestDatabase database, Map<String, Object> settings) {
        var all = new HashMap<String, Object>(database.properties());
        all.put("micronaut.server.port", -1);
        all.put("nuancan.photos.folder", "target/photos");
        // A test that needs several addresses names them in X-Forwarded-For.
        all.put("nuancan.trusted-proxies", "127.0.0.1,::1");
        all.put("micronaut.lifecycle.graceful-shutdown.enabled", false);
        all.putAll(settings);
        EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, all, "test");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        return new ServerUnderTest(server);
    }

    /// A bean of the running service.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// A bean of a type with a name.
    public <T> T bean(Class<T> type, Qualifier<T> qualifier) {
        return context.getBean(type, qualifier);
    }

    /// All beans of a type.
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /// Where it listens.
    public URI address() {
        return address;
    }

    /// A name that is used once: `elder-17`.
    public static String unique(String start) {
        return start + "-" + COUNT.incrementAndGet();
    }

    /// A caller without a token.
    public Client anonymous() {
        return new Client(http, address, bean(ObjectMapper.class));
    }

    /// A caller of a role that has the whole city.
    public Client as(String role) {
        return as(role, ScopeWords.city());
    }

    /// A caller of a role with a scope; the same client for the same two.
    ///
    /// @param role one of [Role]
    public Client as(String role, ScopeWords scope) {
        return clients.computeIfAbsent(
                role + scope,
                _ -> {
                    var name = unique(role);
                    bean(UserService.class).create(name, PASSWORD, role, scope);
                    return signedIn(name, PASSWORD);
                });
    }

    /// Another caller of a role with a scope; others may have both.
    public Client signedInAs(String role, ScopeWords scope) {
        var name = unique(role);
        bean(UserService.class).create(name, PASSWORD, role, scope);
        return signedIn(name, PASSWORD);
    }

    /// The first terminal of a site.
    public Client terminal(long siteId) {
        return clients.computeIfAbsent("terminal" + siteId, _ -> newTerminal(siteId));
    }

    /// Another terminal of a site.
    public Client newTerminal(long siteId) {
        var name = unique("till");
        var _ = bean(TerminalActivationService.class).createActivated(name, siteId, name, PASSWORD);
        return signedIn(name, PASSWORD);
    }

    /// Signs in over HTTP.
    public Client signedIn(String name, String password) {
        var answer = anonymous().post("/login", Map.of("username", name, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException("sign-in of " + name + ": " + answer);
        }
        return anonymous().with("Authorization", "Bearer " + answer.text("/access_token"));
    }
}
