package org.nuancan.close;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.nuancan.engine.TestDatabase;

/// A driver of the database with trouble at a chosen step. A step is a statement that is sent or a
/// commit.
public final class DisturbedDriver implements Driver {

    /// The kinds of trouble at the step.
    public enum Trouble {
        /// The connection breaks before the step is done.
        CUT,
        /// The pool's exception for a connection that broke earlier: without a code or a state.
        CLOSED,
        /// The step is done, and the connection breaks before the answer is there.
        ANSWER_LOST,
        /// The server refuses the step once.
        REFUSED,
        /// From this step on there is no database, which has the same effect as killing the
        /// process.
        AWAY
    }

    private static final String PREFIX = "jdbc:disturbed:";
    private static final AtomicInteger STEPS = new AtomicInteger();
    private static volatile int at;
    private static volatile Trouble trouble = Trouble.CUT;
    private static volatile boolean isAway;

    static {
        try {
            DriverManager.registerDriver(new DisturbedDriver());
        } catch (SQLException exception) {
            throw new ExceptionInInitializerError(exception);
        }
    }

    /// The settings of an application whose connections come from this driver.
    public static Map<String, String> properties(TestDatabase database) {
        var properties = new HashMap<>(database.properties());
        properties.put("datasources.default.url", database.jdbcUrl().replace("jdbc:", PREFIX));
        properties.put("datasources.default.driver-class-name", DisturbedDriver.class.getName());
        properties.put("datasources.default.connection-timeout", "250");
        return properties;
    }

    /// Sets trouble at a step, counted from 1 from now on.
    public static void disturb(int step, Trouble what) {
        STEPS.set(0);
        trouble = what;
        at = step;
    }

    /// Ends all trouble.
    ///
    /// @return the number of steps since [#disturb]
    public static int calm() {
        at = 0;
        isAway = false;
        return STEPS.get();
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (isAway) {
            throw broken();
        }
        var real = DriverManager.getConnection(url.replace(PREFIX, "jdbc:"), info);
        return proxy(Connection.class, new OfConnection(real, new AtomicBoolean()));
    }

    private static SQLException broken() {
        return new SQLNonTransientConnectionException("Communications link failure", "08S01");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException exception) {
            throw exception.getCause();
        }
    }

    private record OfConnection(Connection real, AtomicBoolean isDead)
            implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "close", "abort", "isClosed", "hashCode", "equals", "toString" -> {
                    return call(real, method, arguments);
                }
                case "isValid" -> {
                    return !isDead.get() && !isAway && (boolean) call(real, method, arguments);
                }
                default -> {}
            }
            if (isDead.get() || isAway) {
                throw broken();
            }
            if (method.getName().equals("commit")) {
                return step(this, real, method, arguments);
            }
            var result = call(real, method, arguments);
            return result instanceof PreparedStatement statement
                    ? proxy(PreparedStatement.class, new OfStatement(this, statement))
                    : result;
        }

        private void die() throws SQLException {
            isDead.set(true);
            real.close();
        }
    }

    private record OfStatement(OfConnection connection, PreparedStatement real)
            implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return method.getName().startsWith("execute")
                    ? step(connection, real, method, arguments)
                    : call(real, method, arguments);
        }
    }

    private static Object step(
            OfConnection connection, Object target, Method method, Object[] arguments)
            throws Throwable {
        if (connection.isDead.get() || isAway) {
            throw broken();
        }
        if (STEPS.incrementAndGet() != at) {
            return call(target, method, arguments);
        }
        switch (trouble) {
            case REFUSED -> throw new SQLException("no", "HY000", 1105);
            case CUT -> {
                connection.die();
                throw broken();
            }
            case CLOSED -> {
                connection.die();
                throw new SQLException("Connection is closed");
            }
            case AWAY -> {
                isAway = true;
                connection.die();
                throw broken();
            }
            case ANSWER_LOST -> {
                var _ = call(target, method, arguments);
                connection.die();
                throw broken();
            }
        }
        throw new AssertionError(trouble);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
