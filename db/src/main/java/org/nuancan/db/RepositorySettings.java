package org.nuancan.db;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.jdbc.config.DataJdbcConfiguration;
import jakarta.inject.Singleton;

/// Allows repositories inside a transaction only, in every process: outside of one they would
/// bypass the deadline and the watch of [Transactions], and their writes would be rolled back when
/// the connection goes back to the pool.
@Singleton
final class RepositorySettings implements BeanCreatedEventListener<DataJdbcConfiguration> {

    @Override
    public DataJdbcConfiguration onCreated(BeanCreatedEvent<DataJdbcConfiguration> event) {
        var configuration = event.getBean();
        configuration.setAllowConnectionPerOperation(false);
        return configuration;
    }
}
