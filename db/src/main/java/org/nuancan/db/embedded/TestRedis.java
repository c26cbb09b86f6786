package org.nuancan.db.embedded;

/// The Redis of this JVM's tests, started when the first of them asks, ended with the JVM.
public final class TestRedis {

    private TestRedis() {}

    private static final class Running {
        static final EmbeddedRedis REDIS = EmbeddedRedis.start(TestFolder.path().resolve("redis"));

        static {
            TestFolder.endWithTheJvm(REDIS);
        }
    }

    /// The address with its password.
    public static String uri() {
        return Running.REDIS.uri();
    }

    /// An outage begins: nothing answers at the address any more.
    public static void stop() {
        Running.REDIS.close();
    }

    /// The outage ends: an empty Redis answers at the same address. Does nothing without an outage.
    public static void startAgain() {
        Running.REDIS.startAgain();
    }
}
