package org.nuancan.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Types of the driver are in signatures only where SQL is written by hand for speed: these
/// packages pass on `java.sql.Connection`, others use repositories (decision 0235).
class DriverTypesTest {

    /// Selling (with the idempotency keys of `http` and the outbox of `event`, which are written in
    /// its round trips), the ledger's writer, the close, the checks and the reconciliation; `seal`,
    /// which opens the sealed columns of any table.
    private static final Set<String> HOT_PATHS =
            Set.of(
                    "db",
                    "ledger",
                    "close",
                    "check",
                    "reconcile",
                    "sale",
                    "till",
                    "http",
                    "event",
                    "seal");

    @Test
    void no_type_of_the_driver_is_in_a_signature_elsewhere() {
        assertThat(packagesWithDriverTypes(ArchitectureTest.HOUSE)).isEmpty();
    }

    @Test
    void a_type_of_the_driver_in_a_signature_is_found() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);

        assertThat(packagesWithDriverTypes(wrong)).containsExactly("house");
    }

    private static Set<String> packagesWithDriverTypes(JavaClasses classes) {
        var found = new TreeSet<String>();
        for (var type : classes) {
            var name = type.getPackageName().replaceFirst("^org\\.nuancan\\.", "");
            if (!HOT_PATHS.contains(Arrows.capabilityOf(name))
                    && !name.startsWith("bench")
                    && !name.equals("engine")
                    && type.getCodeUnits().stream().anyMatch(DriverTypesTest::namesDriverType)) {
                found.add(name);
            }
        }
        return found;
    }

    private static boolean namesDriverType(JavaCodeUnit unit) {
        // The compiler generates methods for lambdas.
        if (unit.getName().startsWith("lambda$")) {
            return false;
        }
        var thrown = unit.getThrowsClause().getTypes().stream();
        return Stream.of(
                        Stream.of(unit.getRawReturnType()),
                        unit.getRawParameterTypes().stream(),
                        thrown)
                .flatMap(types -> types)
                .map(JavaClass::getPackageName)
                .anyMatch(name -> name.equals("java.sql"));
    }

    /// A class with the forbidden signatures.
    static final class Wrong {

        int count(Connection connection) throws SQLException {
            return connection.getHoldability();
        }
    }
}
