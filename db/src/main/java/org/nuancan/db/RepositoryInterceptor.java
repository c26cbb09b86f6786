package org.nuancan.db;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Converts an exception of a Micronaut Data repository that has its cause in the database into the
/// [DatabaseFailure] that [Transactions] throw, with the vendor's code and the constraint's name,
/// so that a caller can handle it within its transaction.
///
/// Other exceptions (a stale `@Version`) are not changed.
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
