package org.nuancan.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nuancan.money.Fen;
import org.nuancan.payment.BankFile;
import org.nuancan.text.SpreadsheetCsv;

class ArchitectureTest {

    static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/jte/"))
                    .importPackages("org.nuancan");

    private static final Pattern ENDINGS =
            Pattern.compile(
                    ".*(Desk|Rows|Turn|Told|Asked|Asking|Wish|Found|Rounds|Courier|Around|Means"
                            + "|Showing|Regulars|Openings"
                            + "|Impl|Manager|Helper|Util|Utils|Dto|Data|Info)");

    /// The console has a writer of its own, which escapes formulas too: it uses no other module.
    private static final String CONSOLE_CSV = "org.nuancan.console.export.TableCsv";

    private static final Pattern STATEMENT =
            Pattern.compile("createStatement|prepareStatement|prepareCall");

    @Test
    void every_arrow_between_packages_stands_in_the_table() {
        assertThat(Arrows.forbidden(HOUSE)).isEmpty();
    }

    @Test
    void every_package_stands_in_the_table() {
        assertThat(Arrows.unknown(HOUSE)).isEmpty();
    }

    @Test
    void the_table_has_no_circle() {
        for (var from : Arrows.ALLOWED.keySet()) {
            assertThat(Reach.from(from)).as("what %s reaches", from).doesNotContain(from);
        }
    }

    @Test
    void no_packages_use_each_other_in_a_circle() {
        slices().matching("org.nuancan.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void a_forbidden_arrow_is_found() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);

        assertThat(Arrows.forbidden(wrong)).containsExactly("house -> money (Wrong -> Fen)");
        assertThat(Arrows.unknown(wrong)).containsExactly("house");
    }

    @Test
    void names_say_what_a_thing_is() {
        namesAreSaying().check(HOUSE);
    }

    @Test
    void a_name_that_says_nothing_is_found() {
        var wrong = new ClassFileImporter().importClasses(WrongManager.class);

        assertThatThrownBy(() -> namesAreSaying().check(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void no_floating_point_stands_near_money() {
        noFloats()
                .check(HOUSE.that(DescribedPredicate.describe("money", ArchitectureTest::isMoney)));
    }

    @Test
    void floating_point_near_money_is_found() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);

        assertThatThrownBy(() -> noFloats().check(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void nobody_asks_a_clock_that_was_not_injected() {
        asksInjectedClocks()
                .check(
                        HOUSE.that(
                                DescribedPredicate.describe(
                                        "outside", ArchitectureTest::isServer)));
    }

    @Test
    void a_clock_that_was_not_injected_is_found() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);

        assertThatThrownBy(() -> asksInjectedClocks().check(wrong))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void statements_are_made_where_values_stand_apart_from_the_text() {
        makesNoStatements()
                .check(
                        HOUSE.that(
                                DescribedPredicate.describe(
                                        "users of the database",
                                        ArchitectureTest::isUserOfTheDatabase)));
    }

    @Test
    void a_statement_that_is_made_elsewhere_is_found() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);

        assertThatThrownBy(() -> makesNoStatements().check(wrong))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void csv_for_people_is_written_where_formulas_are_escaped() {
        writesNoCsv()
                .check(
                        HOUSE.that(
                                DescribedPredicate.describe(
                                        "writers of files for people",
                                        ArchitectureTest::isNoBankFile)));
    }

    @Test
    void csv_that_is_written_elsewhere_is_found() {
        var wrong = new ClassFileImporter().importClasses(Wrong.class);

        assertThatThrownBy(() -> writesNoCsv().check(wrong)).isInstanceOf(AssertionError.class);
    }

    private static ArchRule namesAreSaying() {
        return classes()
                .should()
                .haveNameNotMatching(ENDINGS.pattern())
                .because("docs/glossary.md has better words");
    }

    private static ArchRule noFloats() {
        return noFields()
                .should()
                .haveRawType(
                        DescribedPredicate.describe(
                                "floating point",
                                type ->
                                        List.of(
                                                        "double",
                                                        "float",
                                                        "java.lang.Double",
                                                        "java.lang.Float")
                                                .contains(type.getName())))
                .because("money is whole fen");
    }

    private static ArchRule asksInjectedClocks() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("business time can be set");
    }

    private static ArchRule makesNoStatements() {
        return noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "statement of a connection",
                                call ->
                                        call.getTargetOwner().isAssignableTo(Connection.class)
                                                && STATEMENT.matcher(call.getName()).matches()))
                .because("a text of several statements is allowed, so that none may hold a value");
    }

    private static ArchRule writesNoCsv() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(CsvWriter.class)
                .because("org.nuancan.text.SpreadsheetCsv escapes formulas");
    }

    /// A bank's program reads the account names unchanged; its files are not opened in a
    /// spreadsheet.
    private static boolean isNoBankFile(JavaClass type) {
        return !type.getName().startsWith(BankFile.class.getName())
                && !type.getName().equals(SpreadsheetCsv.class.getName())
                && !type.getName().equals(CONSOLE_CSV);
    }

    private static boolean isUserOfTheDatabase(JavaClass type) {
        return !type.getPackageName().startsWith("org.nuancan.db")
                && !type.getPackageName().startsWith("org.nuancan.engine")
                && !type.getPackageName().startsWith("org.nuancan.bench");
    }

    private static boolean isMoney(JavaClass type) {
        return List.of("money", "policy", "ledger", "close", "sale", "till", "finance").stream()
                .anyMatch(name ->
                        (type.getPackageName() + ".").startsWith("org.nuancan." + name + "."));
    }

    private static boolean isServer(JavaClass type) {
        return !type.getPackageName().startsWith("org.nuancan.engine")
                && !type.getPackageName().startsWith("org.nuancan.standalone")
                && !type.getPackageName().startsWith("org.nuancan.demo");
    }

    /// A class with everything that is forbidden.
    static final class Wrong {

        final double yuan = 0.1;

        Fen later() {
            return Fen.of(Instant.now().toEpochMilli());
        }

        CsvWriter csv(Writer writer) {
            return CsvWriter.builder().build(writer);
        }

        boolean found(Connection connection, String name) throws SQLException {
            try (var statement = connection.createStatement()) {
                return statement.execute("select 1 from elder where name = '" + name + "'");
            }
        }
    }

    static final class WrongManager {}
}
