package org.nuancan.db;

import io.micronaut.aop.InterceptPhase;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens the transaction of a method with `@Transactional` through [Transactions], so that both
/// have the same deadlines, watch, retries and failures. The framework's own interceptor runs after
/// this one and joins the transaction.
///
/// - `@Transactional`: [Transactions#inOne]; after a deadlock the outermost method is called again,
///   so it must keep no state of a failed call.
/// - `@ReadOnly`, `@Transactional(readOnly = true)`: [Transactions#reading]; with the isolation
///   `REPEATABLE_READ`: [Transactions#snapshot].
/// - The propagation `MANDATORY` opens nothing. The other propagations and isolations are refused.
@Singleton
@InterceptorBean(Transactional.class)
final class TransactionInterceptor implements MethodInterceptor<Object, Object> {

    private static final int EARLIER_BY = 10;

    private final Transactions transactions;

    TransactionInterceptor(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int getOrder() {
        return InterceptPhase.TRANSACTION.getPosition() - EARLIER_BY;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        var propagation =
                context.enumValue(Transactional.class, "propagation", Propagation.class)
                        .orElse(Propagation.REQUIRED);
        return switch (propagation) {
            case REQUIRED -> inTransaction(context);
            case MANDATORY -> context.proceed();
            case NESTED, NEVER, NOT_SUPPORTED, REQUIRES_NEW, SUPPORTS ->
                    throw refused(context, propagation);
        };
    }

    private @Nullable Object inTransaction(MethodInvocationContext<Object, Object> context) {
        var isolation =
                context.enumValue(Transactional.class, "isolation", Isolation.class)
                        .orElse(Isolation.DEFAULT);
        var readOnly = context.booleanValue(Transactional.class, "readOnly").orElse(false);
        Transactions.Work<Optional<Object>> work = _ -> Optional.ofNullable(context.proceed(this));
        var result =
                switch (isolation) {
                    case DEFAULT ->
                            readOnly ? transactions.reading(work) : transactions.inOne(work);
                    case REPEATABLE_READ -> {
                        if (!readOnly) {
                            throw refused(context, isolation);
                        }
                        yield transactions.snapshot(work);
                    }
                    case READ_UNCOMMITTED, READ_COMMITTED, SERIALIZABLE ->
                            throw refused(context, isolation);
                };
        return result.orElse(null);
    }

    private static IllegalStateException refused(
            MethodInvocationContext<Object, Object> context, Enum<?> setting) {
        return new IllegalStateException(
                "%s of %s is not supported".formatted(setting, context.getExecutableMethod()));
    }
}
