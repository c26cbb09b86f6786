package org.nuancan.db;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Turns what a Micronaut Data repository throws for a failure of the database into the
/// [DatabaseFailure] that [Transactions] throw, with the vendor's code and the constraint's name,
/// so that a caller can handle it within its transaction.
///
/// What is not the database's (a stale `@Version`) stays as it is.
@Singleton
@InterceptorBean(Repository.class)
final class RepositoryInterceptor implements MethodInterceptor<Object, Object> {

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
        try {
            return context.proceed();
        } catch (DataAccessException exception) {
            throw DatabaseFailure.from(exception)
                    .map(RuntimeException.class::cast)
                    .orElse(exception);
        }
    }
}
