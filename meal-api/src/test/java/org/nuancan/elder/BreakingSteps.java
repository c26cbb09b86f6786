package org.nuancan.elder;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/// Breaks chosen steps of the work with the database: statements and commits.
@Singleton
@Requires(property = BreakingSteps.PROPERTY)
public final class BreakingSteps implements BeanCreatedEventListener<DataSource>, Ordered {

    public static final String PROPERTY = "test.breaking-steps";

    /// How a step breaks.
    public enum How {
        /// The database refuses once, before the step.
        REFUSED,
        /// The database refuses this step and all that follow.
        REFUSED_FROM_HERE,
        /// The connection is lost once, after the step was done.
        LOST_AFTERWARDS,
        /// The process dies before the step.
        KILLED
    }

    /// The process has died.
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private record Plan(How how, int step) {}

    private static final Plan NONE = new Plan(How.REFUSED, Integer.MAX_VALUE);

    private final AtomicInteger steps = new AtomicInteger();
    private volatile Plan plan = NONE;
    private volatile String poison = "";
    private volatile String statement = "";

    /// Breaks the n-th step from now on, counted from 1.
    public void breakAt(int step, How how) {
        steps.set(0);
        plan = new Plan(how, step);
    }

    /// Breaks every statement that has a value.
    public void poison(String value) {
        poison = value;
    }

    /// Breaks every statement that has a text in it.
    public void breakStatements(String text) {
        statement = text;
    }

    /// Nothing breaks any more.
    ///
    /// @return whether anything was broken by [#breakAt]
    public boolean heal() {
        var wasBroken = steps.get() >= plan.step;
        plan = NONE;
        poison = "";
        statement = "";
        return wasBroken;
    }

    /// Under what the framework wraps around the pool.
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        var real = event.getBean();
        return proxy(
                DataSource.class,
                (_, method, arguments) -> {
                    var result = invoked(real, method, arguments);
                    return result instanceof Connection connection
                            ? proxy(Connection.class, (_, m, a) -> onConnection(connection, m, a))
                            : result;
                });
    }

    private Object onConnection(Connection real, Method method, Object[] arguments)
            throws Throwable {
        if (method.getName().equals("commit")) {
            return step("commit", () -> invoked(real, method, arguments));
        }
        var result = invoked(real, method, arguments);
        return result instanceof PreparedStatement prepared
                ? statement(prepared, (String) arguments[0])
                : result;
    }

    private PreparedStatement statement(PreparedStatement real, String text) {
        var isPoisoned = new boolean[1];
        return proxy(
                PreparedStatement.class,
                (_, method, arguments) -> {
                    if (method.getName().startsWith("set") && !poison.isEmpty()) {
                        isPoisoned[0] |= Arrays.asList(arguments).contains(poison);
                    }
                    if (!method.getName().startsWith("execute")) {
                        return invoked(real, method, arguments);
                    }
                    if (isPoisoned[0] || (!statement.isEmpty() && text.contains(statement))) {
                        throw refused();
                    }
                    return step(text, () -> invoked(real, method, arguments));
                });
    }

    private interface Step {
        Object go() throws Throwable;
    }

    private Object step(String what, Step step) throws Throwable {
        var now = plan;
        var number = steps.incrementAndGet();
        var isDue = number == now.step;
        switch (now.how) {
            case REFUSED -> {
                if (isDue) {
                    throw refused();
                }
            }
            case REFUSED_FROM_HERE -> {
                if (number >= now.step) {
                    throw refused();
                }
            }
            case KILLED -> {
                if (number >= now.step) {
                    throw new Killed();
                }
            }
            case LOST_AFTERWARDS -> {
                if (isDue) {
                    var _ = step.go();
                    throw new SQLException("connection lost after " + what, "08S01", 0);
                }
            }
        }
        return step.go();
    }

    private static SQLException refused() {
        return new SQLException("refused by the test", "HY000", 1105);
    }

    private static Object invoked(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException exception) {
            throw exception.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
