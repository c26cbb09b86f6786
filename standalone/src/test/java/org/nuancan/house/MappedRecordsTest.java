package org.nuancan.house;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuancan.db.UtcMicros;
import org.nuancan.engine.TestDatabase;
import org.nuancan.house.Schema.Column;

/// Compares each mapped record and each repository with the schema and with the rules for stored
/// types. It finds a wrong column without running a query.
class MappedRecordsTest {

    private static Schema schema;

    @BeforeAll
    static void read() throws SQLException {
        schema = Schema.of(TestDatabase.fresh());
    }

    private static List<RuntimePersistentEntity<?>> records() {
        return BeanIntrospector.SHARED.findIntrospections(MappedEntity.class).stream()
                .<RuntimePersistentEntity<?>>map(RuntimePersistentEntity::new)
                .toList();
    }

    private static RuntimePersistentEntity<?> dish() {
        return records().stream()
                .filter(one -> one.getPersistedName().equals("dish"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<BeanProperty<Object, Object>> components() {
        return Stream.of(MappedEntity.class, Embeddable.class)
                .flatMap(kind -> BeanIntrospector.SHARED.findIntrospections(kind).stream())
                .flatMap(type -> type.getBeanProperties().stream());
    }

    @Test
    void each_mapped_record_fits_its_table() {
        assertThat(records()).isNotEmpty();
        assertThat(records().stream().flatMap(one -> schema.faults(one).stream())).isEmpty();
    }

    @Test
    void a_record_that_does_not_fit_its_table_is_found() {
        var columns = new TreeMap<>(schema.tables().get("dish"));
        columns.remove("sku");
        columns.put("name_zh", new Column(true, true));
        columns.put("colour", new Column(false, false));

        assertThat(new Schema(Map.of("dish", columns)).faults(dish()))
                .containsExactlyInAnyOrder(
                        "dish.sku: no such column",
                        "dish.name_zh: may be null, the component may not",
                        "dish.colour: is not mapped");
        assertThat(new Schema(Map.of()).faults(dish())).containsExactly("dish: no such table");
    }

    @Test
    void each_instant_is_kept_in_utc_cut_to_microseconds() {
        assertThat(
                        components()
                                .filter(one -> one.getType().equals(Instant.class))
                                .filter(one -> !one.hasStereotype(TypeDef.class))
                                .map(one -> one.getDeclaringType() + "." + one.getName()))
                .isEmpty();
        assertThat(repositories().flatMap(MappedRecordsTest::withPlainInstants)).isEmpty();
    }

    @Test
    void a_query_that_takes_a_plain_instant_is_found() {
        assertThat(withPlainInstants(Wrong.class)).containsExactly("Wrong.before(at)");
    }

    @Test
    void the_name_of_an_enum_is_what_is_kept() {
        var overridden =
                components()
                        .map(BeanProperty::getType)
                        .filter(Class::isEnum)
                        .distinct()
                        .filter(type -> !isPlain(type))
                        .collect(toMap(Class::getName, type -> type, (one, _) -> one));

        assertThat(overridden).isEmpty();
    }

    private static boolean isPlain(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() == Enum.class;
        } catch (NoSuchMethodException defect) {
            throw new AssertionError(defect);
        }
    }

    private static Stream<Class<?>> repositories() {
        return ArchitectureTest.HOUSE
                .that(CanBeAnnotated.Predicates.annotatedWith(JdbcRepository.class))
                .stream()
                .map(JavaClass::reflect);
    }

    private static Stream<String> withPlainInstants(Class<?> repository) {
        return Arrays.stream(repository.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Query.class))
                .flatMap(MappedRecordsTest::plainInstants);
    }

    private static Stream<String> plainInstants(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == Instant.class)
                .filter(parameter -> !parameter.isAnnotationPresent(UtcMicros.class))
                .map(Parameter::getName)
                .map(name ->
                        "%s.%s(%s)"
                                .formatted(
                                        method.getDeclaringClass().getSimpleName(),
                                        method.getName(),
                                        name));
    }

    /// Used by reflection only.
    @SuppressWarnings("unused")
    private interface Wrong {

        @Query("select count(*) from dish where set_at < :at and set_at < :cut")
        long before(Instant at, @UtcMicros Instant cut);
    }
}
