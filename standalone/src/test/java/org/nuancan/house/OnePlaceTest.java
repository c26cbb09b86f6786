package org.nuancan.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.lettuce.core.RedisClient;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/// Functions that belong to one package are used nowhere else.
class OnePlaceTest {

    /// Used by the rules only.
    @SuppressWarnings("unused")
    private static final class Wrong {

        static RedisClient client(String address) {
            return RedisClient.create(address);
        }

        static Cipher cipher() throws GeneralSecurityException {
            return Cipher.getInstance("AES/GCM/NoPadding");
        }
    }

    @Test
    void one_package_has_the_client_of_redis() {
        usesNoClient().check(ArchitectureTest.HOUSE);
    }

    @Test
    void another_client_of_redis_is_found() {
        assertThatThrownBy(() ->
                        usesNoClient().check(new ClassFileImporter().importClasses(Wrong.class)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void one_package_encrypts() {
        encryptsNothing().check(ArchitectureTest.HOUSE);
    }

    @Test
    void another_cipher_is_found() {
        assertThatThrownBy(() ->
                        encryptsNothing().check(new ClassFileImporter().importClasses(Wrong.class)))
                .isInstanceOf(AssertionError.class);
    }

    private static ArchRule usesNoClient() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.nuancan.redis")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(RedisClient.class)
                .because("org.nuancan.redis knows how long to wait");
    }

    /// The console has no database; its cookies have a separate key.
    private static ArchRule encryptsNothing() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("org.nuancan.seal", "org.nuancan.console..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Cipher.class)
                .because("org.nuancan.seal binds each value to its record");
    }
}
