package org.nuancan.db;

import static io.micronaut.transaction.TransactionDefinition.Isolation.REPEATABLE_READ;
import static io.micronaut.transaction.TransactionDefinition.Propagation.REQUIRES_NEW;

import io.micronaut.transaction.annotation.ReadOnly;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import org.nuancan.db.Shelf.Jar;
import org.nuancan.db.Shelf.JarRepository;

/// A transactional service for tests.
@Singleton
class Larder {

    private final JarRepository jars;

    Larder(JarRepository jars) {
        this.jars = jars;
    }

    @Transactional
    <T> T write(Callable<T> work) throws Exception {
        return work.call();
    }

    @ReadOnly
    <T> T read(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional(readOnly = true, isolation = REPEATABLE_READ)
    <T> T snapshot(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional(propagation = REQUIRES_NEW)
    void unsupported() {}

    @Transactional
    void save(List<Jar> added) {
        var _ = jars.saveAll(added);
    }

    @ReadOnly
    List<Jar> shelf(long shelf) {
        return jars.findByIdShelfOrderByIdLabel(shelf);
    }
}
