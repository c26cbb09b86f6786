package org.nuancan.engine;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/// The Redis server of this JVM's tests, chosen as [TestDatabase] chooses its server
/// (`NUANCAN_TEST_REDIS_URL`, a container, embedded). It starts at the first use and ends with the
/// JVM.
public final class TestRedis {

    private TestRedis() {}

    /// A server whose outages tests can simulate.
    private sealed interface Server {

        String uri();

        void stop();

        void startAgain();
    }

    private record Embedded(EmbeddedRedis redis) implements Server {

        @Override
        public String uri() {
            return redis.uri();
        }

        @Override
        public void stop() {
            redis.close();
        }

        @Override
        public void startAgain() {
            redis.startAgain();
        }
    }

    private record Container(GenericContainer<?> container, String uri) implements Server {

        @Override
        public void stop() {
            try {
                var _ =
                        DockerClientFactory.lazyClient()
                                .killContainerCmd(container.getContainerId())
                                .exec();
            } catch (ConflictException _) {
                // It is stopped already.
            }
            await(false);
        }

        @Override
        public void startAgain() {
            try {
                var _ =
                        DockerClientFactory.lazyClient()
                                .startContainerCmd(container.getContainerId())
                                .exec();
            } catch (NotModifiedException _) {
                // It runs.
            }
            await(true);
        }

        private void await(boolean wanted) {
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (answers() != wanted) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            wanted ? "Redis does not answer" : "Redis still answers");
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }

        /// The engine accepts connections before Redis does, so only an answer counts. Without the
        /// password the answer is an error.
        private boolean answers() {
            try (var socket = new Socket(container.getHost(), URI.create(uri).getPort())) {
                socket.setSoTimeout(1000);
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                return socket.getInputStream().read() == '-';
            } catch (IOException _) {
                return false;
            }
        }
    }

    /// A server named by a URL runs on during an outage, but cannot be reached. Its data stays.
    private record Named(FaultyProxy proxy, String uri) implements Server {

        @Override
        public void stop() {
            proxy.refuse();
        }

        @Override
        public void startAgain() {
            proxy.heal();
        }
    }

    private static final class Running {
        static final Server SERVER = named().orElseGet(TestRedis::start);
    }

    private static Optional<Server> named() {
        return TestEngines.setting("NUANCAN_TEST_REDIS_URL")
                .map(URI::create)
                .map(uri -> {
                    var proxy = FaultyProxy.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
                    TestFolder.endWithTheJvm(proxy);
                    var user = Optional.ofNullable(uri.getRawUserInfo()).map(info -> info + "@");
                    return new Named(
                            proxy,
                            "redis://%s127.0.0.1:%d".formatted(user.orElse(""), proxy.port()));
                });
    }

    private static Server start() {
        return switch (TestEngines.chosen()) {
            case CONTAINERS -> {
                var password = Engines.password();
                var port = Ports.free();
                var container = Containers.redis(password, port);
                TestFolder.endWithTheJvm(container);
                yield new Container(
                        container,
                        "redis://:%s@%s:%d".formatted(password, container.getHost(), port));
            }
            case EMBEDDED -> {
                var redis = EmbeddedRedis.start(TestFolder.path().resolve("redis"));
                TestFolder.endWithTheJvm(redis);
                yield new Embedded(redis);
            }
        };
    }

    /// The address with its password.
    public static String uri() {
        return Running.SERVER.uri();
    }

    /// Begins an outage: connections to the address get no answer.
    public static void stop() {
        Running.SERVER.stop();
    }

    /// Ends the outage: an empty Redis answers at the same address. Does nothing without an outage.
    public static void startAgain() {
        Running.SERVER.startAgain();
    }
}
