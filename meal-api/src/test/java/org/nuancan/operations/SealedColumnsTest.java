package org.nuancan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nuancan.http.ServerUnderTest;
import org.nuancan.seal.SealedColumn;
import org.nuancan.seal.SealedColumns;
import org.nuancan.seal.SealedValues;

class SealedColumnsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    @Test
    void verify_opens_every_column_that_is_sealed_anywhere() {
        var constants =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.nuancan")
                                .stream()
                                .flatMap(type -> type.getFields().stream())
                                .filter(field ->
                                        field.getModifiers().contains(JavaModifier.STATIC)
                                                && field.getRawType()
                                                        .isEquivalentTo(SealedColumn.class))
                                .map(SealedColumnsTest::value)
                                .collect(Collectors.toSet());
        var owned =
                SERVER.beans(SealedColumns.class).stream()
                        .flatMap(owner -> owner.sealedColumns().stream())
                        .collect(Collectors.toSet());

        assertThat(owned).hasSizeGreaterThan(15).isEqualTo(constants);
        assertThat(owned.stream().map(SealedColumn::purpose)).doesNotHaveDuplicates();
    }

    @Test
    void every_named_column_exists() {
        assertThat(SERVER.bean(SealedValues.class).openAll().values()).isNotNegative();
    }

    private static SealedColumn value(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return (SealedColumn) reflected.get(null);
        } catch (IllegalAccessException exception) {
            throw new AssertionError(field.getFullName(), exception);
        }
    }
}
