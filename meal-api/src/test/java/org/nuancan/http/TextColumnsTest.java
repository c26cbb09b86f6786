package org.nuancan.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.nuancan.db.Sql;
import org.nuancan.db.Transactions;
import org.nuancan.http.RequestTexts.Component;
import org.nuancan.http.text.Identifier;
import org.nuancan.http.text.Verbatim;

/// Each text of each request's body with the longest that its constraints accept and the columns
/// that it goes to. A column that is shorter, or cannot hold the characters, would be found by the
/// database and not at the door.
class TextColumnsTest {

    private static final ServerUnderTest SERVER = ServerUnderTest.get();

    /// At least what sealing adds: a nonce, a tag, the key's name, the frame of several texts.
    private static final int SEALED_MORE = 60;

    /// Component | the longest: a character, times | columns; `-` if it is only compared. `sealed`
    /// columns hold its UTF-8, `base64` columns that as text.
    private static final String TEXTS =
            """
            ScopeWords.districtCode                       | 1*6    | account.district_code
            ScopeWords.streetCode                         | 1*9    | account.street_code
            ScopeWords.providerId                         | 1*19   | -
            ScopeWords.siteId                             | 1*19   | -
            SignInController.Credentials.username         | 善*256 | -
            SignInController.Credentials.password         | 善*256 | -
            SessionController.PasswordChange.password     | 善*256 | -
            SessionController.PasswordChange.newPassword  | 善*256 | -
            TerminalController.NewTerminal.label          | 善*100 | terminal.label
            TerminalController.Activation.terminalId      | 善*64  | -
            TerminalController.Activation.activationCode  | 善*64  | -
            UserController.NewUserRequest.username        | a*64   | account.name
            UserController.NewUserRequest.password        | 善*256 | -
            UserController.NewUserRequest.displayName     | 善*50  | account.display_name
            UserController.NewUserRequest.role            | -      | account.role
            UserController.UserChangeRequest.displayName  | 善*50  | account.display_name
            UserController.UserChangeRequest.role         | -      | account.role
            Delivered.ProofBody.value                     | 善*512 | -
            Delivered.TenderBody.reference                | a*64   | order_tender.reference tender_reference.reference
            RiderController.Failed.note                   | 善*200 | preorder_step.note
            RunController.NewRun.riderUsername            | a*64   | delivery_run.rider
            ReassignRequest.riderUsername                 | a*64   | delivery_run.rider delivery_earlier_rider.rider
            ProposalRequest.riderUsernames                | a*64   | -
            Contact.name                                  | 善*100 | elder.sealed_person:sealed
            Contact.relation                              | 善*40  | elder.sealed_person:sealed
            Contact.phone                                 | 善*40  | elder.sealed_person:sealed
            ElderAnswer.HouseholdBody.division            | 1*9    | elder_standing.household_division
            ElderAnswer.HeldBody.evidence                 | 善*200 | elder_category.sealed_evidence:sealed
            ElderAnswer.StayBody.where                    | 善*200 | elder_stay.sealed_place:sealed
            ElderRequests.Registration.name               | 善*100 | elder.masked_name elder.sealed_person:sealed
            ElderRequests.Registration.idNumber           | -      | -
            ElderRequests.Registration.residenceDivision  | 1*9    | elder_standing.residence_division
            ElderRequests.Registration.address            | 善*300 | elder.sealed_person:sealed
            ElderRequests.Registration.phone              | 1*32   | elder.sealed_person:sealed
            ElderRequests.Registration.diet               | 善*40  | elder.diet
            ElderRequests.Registration.allergens          | 善*40  | elder.allergens
            ElderRequests.Change.name                     | 善*100 | elder.masked_name elder.sealed_person:sealed
            ElderRequests.Change.residenceDivision        | 1*9    | elder_standing.residence_division
            ElderRequests.Change.address                  | 善*300 | elder.sealed_person:sealed
            ElderRequests.Change.phone                    | 1*32   | elder.sealed_person:sealed
            ElderRequests.Change.diet                     | 善*40  | elder.diet
            ElderRequests.Change.allergens                | 善*40  | elder.allergens
            ElderRequests.Search.idNumber                 | 善*100 | -
            ElderRequests.Search.name                     | 善*100 | -
            ElderRequests.Search.phone                    | 善*32  | -
            ElderRequests.Search.cardNumber               | 善*100 | -
            ElderRequests.StatusChange.reason             | 善*500 | elder_status.sealed_reason:sealed
            ElderRequests.CardIssue.cardNumber            | a*32   | card.card_number
            ElderRequests.CardChange.reason               | 善*500 | card_state.sealed_reason:sealed
            CheckParameterController.NewParameter.districtCode | 1*6 | check_parameter.district_code
            CoverageController.CoverageRequest.districtCode | 1*6 | statistics_coverage.district_code
            CheckParameterController.NewParameter.name    | a*24   | check_parameter.name
            ReviewBodies.Reason.reason                    | 善*500 | statement_step.reason
            ReviewBodies.Dispute.reason                   | 善*500 | statement_dispute.reason statement_step.reason
            ReviewBodies.Answer.reason                    | 善*500 | statement_dispute.answer statement_step.reason
            ReviewBodies.Verdict.reason                   | 善*500 | anomaly.reason
            BatchController.NewBatch.sku                  | a*64   | kitchen_batch.sku
            BatchController.NewSample.location            | 善*100 | kitchen_sample.location
            DishBody.sku                                  | a*64   | dish.sku
            DishBody.allergens                            | 善*40  | dish.allergens
            DishBody.diet                                 | 善*40  | dish.diet
            DishBody.Names.zh                             | 善*100 | dish.name_zh
            DishBody.Names.en                             | 善*100 | dish.name_en
            MenuBody.Line.sku                             | a*64   | menu_item.sku
            PlanBody.address                              | 善*200 | meal_plan.address:base64
            PlanBody.Line.sku                             | a*64   | meal_plan_item.sku
            KitchenFaultRequest.reason                    | 善*200 | preorder_step.note
            CancelBody.reason                             | 善*200 | preorder_step.note
            LossBearerController.NewVersion.bearer        | CHARITY:善*50 | loss_bearer.bearer preorder_capture.gap_bearer provisional_failure.bearer posting.account_owner
            OrderBody.address                             | 善*200 | preorder.address:base64
            OrderBody.Line.sku                            | a*64   | preorder_item.sku
            NewProvider.name                              | 善*100 | provider.name
            ProviderStateController.ProviderChange.name   | 善*100 | provider.name
            ProviderStateController.Suspension.reason     | 善*200 | provider_stop.reason
            NewProvider.districtCode                      | 1*6    | provider.district_code
            NewProvider.Account.name                      | 善*100 | provider.account_name provider_account_change.account_name
            NewProvider.Account.number                    | 1*34   | provider.account_number:base64 provider_account_change.account_number:base64
            NewProvider.Account.bankCode                  | a*20   | provider.bank_code provider_account_change.bank_code
            NewSite.name                                  | 善*100 | site.name
            NewSite.division                              | 1*9    | site.division
            NewSite.address                               | 善*200 | site.address
            SiteChange.name                               | 善*100 | site.name
            SiteChange.division                           | 1*9    | site.division
            SiteChange.address                            | 善*200 | site.address
            PriceLine.sku                                 | a*64   | price.sku order_item.sku
            PriceLine.name                                | 善*100 | price.name order_item.name preorder_item.name
            CheckoutBody.shiftId                          | a*64   | meal_order.shift_id
            CredentialBody.value                          | 善*512 | -
            ItemBody.sku                                  | a*64   | order_item.sku
            TenderBody.reference                          | a*64   | order_tender.reference tender_reference.reference
            OfflineReceipt.localId                        | a*64   | offline_receipt.local_id
            OfflineReceipt.shiftId                        | a*64   | meal_order.shift_id
            OfflineReceipt.signature                      | 善*128 | offline_receipt.signature
            OfflineReceipt.GivenBody.code                 | a*64   | order_grant.policy_code
            QuoteBody.shiftId                             | a*64   | -
            RefundBody.reason                             | 善*200 | order_refund.reason
            ShiftReportBody.shiftId                       | a*64   | shift_report.shift_id
            BankResults.Line.endToEndId                   | a*35   | payment_result.end_to_end_id
            BankResults.Line.reason                       | 善*500 | payment.reason
            NewBatch.districtCode                         | 1*6    | payment_batch.district_code
            NewBudget.payer                               | 善*255 | fund_budget.payer
            NewBudget.reason                              | 善*200 | fund_budget.reason
            NewReceipt.districtCode                       | 1*6    | money_receipt.district_code
            NewReceipt.From.payer                         | 善*255 | money_receipt.source money_source.source
            NewReceipt.reference                          | a*64   | money_receipt.reference
            ReconciliationController.Where.districtCode   | 1*6    | difference_case.district_code
            ReconciliationController.Explained.districtCode | 1*6  | difference_case.district_code
            ReconciliationController.Explained.explanation | 善*500 | difference_case.explanation difference_step.text
            HookController.NewHook.url                    | a*500  | webhook.url
            HookController.NewHook.events                 | 善*32  | -
            AlertController.Closing.note                  | 善*500 | welfare_alert.sealed_note:base64
            """;

    /// @param longest the longest text that its constraints accept; empty if its words are listed
    private record Listed(String name, String longest, List<String> columns) {

        static Listed of(String line) {
            var parts = line.split("\\|", -1);
            var columns = parts[2].strip();
            return new Listed(
                    parts[0].strip(),
                    longest(parts[1].strip()),
                    columns.equals("-") ? List.of() : List.of(columns.split(" ", -1)));
        }

        private static String longest(String text) {
            var star = text.indexOf('*');
            if (star < 0) {
                return "";
            }
            var repeated = text.substring(text.offsetByCodePoints(star, -1), star);
            var times = Integer.parseInt(text.substring(star + 1));
            return text.substring(0, star - repeated.length()) + repeated.repeat(times);
        }
    }

    /// @param longest characters, or bytes of a binary column
    private record Column(long longest, boolean isAscii) {}

    private static Map<String, Listed> listed() {
        return TEXTS.lines()
                .map(Listed::of)
                .collect(toMap(Listed::name, one -> one, (one, _) -> one, TreeMap::new));
    }

    private static Map<String, Component> components() {
        return RequestTexts.all(
                        SERVER.bean(Router.class), load("org.nuancan.till.offline.OfflineReceipt"))
                .stream()
                .collect(toMap(Component::name, one -> one, (one, _) -> one, TreeMap::new));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException exception) {
            throw new AssertionError(name, exception);
        }
    }

    @Test
    void every_text_of_every_body_is_listed_with_its_columns() {
        assertThat(listed().keySet()).isEqualTo(components().keySet());
    }

    @Test
    void the_longest_text_is_accepted_and_one_character_more_is_not() {
        var components = components();
        for (var text : listed().values()) {
            var component = components.get(text.name());
            if (component == null || text.longest().isEmpty()) {
                continue;
            }
            var last = text.longest().substring(text.longest().length() - 1);
            assertThat(isAccepted(component, text.longest())).as(text.name()).isTrue();
            assertThat(isAccepted(component, text.longest() + last)).as(text.name()).isFalse();
        }
    }

    @Test
    void each_column_holds_the_longest_text() {
        var columns = columns();
        for (var text : listed().values()) {
            for (var named : text.columns()) {
                var parts = named.split(":", -1);
                var column = requireNonNull(columns.get(parts[0]), named);
                assertThat(needed(text.longest(), parts.length == 1 ? "" : parts[1]))
                        .as(text.name() + " in " + named)
                        .isLessThanOrEqualTo(column.longest());
            }
        }
    }

    @Test
    void what_goes_to_a_column_of_ascii_is_printable_ascii_by_its_constraints() {
        var columns = columns();
        var components = components();
        for (var text : listed().values()) {
            var component = components.get(text.name());
            var isForAscii =
                    text.columns().stream()
                            .filter(column -> !column.contains(":"))
                            .anyMatch(column ->
                                    requireNonNull(columns.get(column), column).isAscii());
            if (component != null && isForAscii && !component.isMarked(Identifier.class)) {
                assertThat(isAccepted(component, "善")).as(text.name()).isFalse();
                assertThat(isAccepted(component, "善".repeat(6))).as(text.name()).isFalse();
                assertThat(isAccepted(component, "善".repeat(9))).as(text.name()).isFalse();
            }
        }
    }

    @Test
    void what_may_look_like_an_id_number_is_a_secret_a_number_or_an_id_of_ours() {
        assertThat(components().values().stream().filter(one -> one.isMarked(Verbatim.class)))
                .extracting(Component::name)
                .containsExactlyInAnyOrder(
                        // secrets
                        "SignInController.Credentials.password",
                        "SessionController.PasswordChange.password",
                        "SessionController.PasswordChange.newPassword",
                        "TerminalController.Activation.activationCode",
                        "UserController.NewUserRequest.password",
                        // ID numbers, or what is compared with them and refused
                        "ElderRequests.Registration.idNumber",
                        "ElderRequests.Search.idNumber",
                        "ElderRequests.Search.cardNumber",
                        "ElderRequests.CardIssue.cardNumber",
                        "CredentialBody.value",
                        // a proof: a code, a PIN, a photo's hash; a name is checked by its type
                        "Delivered.ProofBody.value",
                        // a bank's number, sealed
                        "NewProvider.Account.number",
                        // a signature in hexadecimal digits
                        "OfflineReceipt.signature",
                        // its pattern refuses ID numbers, together with the faults of other fields
                        "UserController.NewUserRequest.username",
                        // ids of this service
                        "ScopeWords.providerId",
                        "ScopeWords.siteId",
                        "SignInController.Credentials.username",
                        "TerminalController.Activation.terminalId",
                        "BankResults.Line.endToEndId");
    }

    private static long needed(String longest, String kind) {
        var bytes = longest.getBytes(UTF_8).length;
        return switch (kind) {
            case "sealed" -> bytes + SEALED_MORE;
            case "base64" -> (bytes + SEALED_MORE) * 4L / 3;
            default -> longest.codePointCount(0, longest.length());
        };
    }

    private static boolean isAccepted(Component component, String text) {
        Object value = component.isList() ? List.of(text) : text;
        return SERVER.bean(Validator.class)
                .validateValue(component.owner(), component.component().getName(), value)
                .isEmpty();
    }

    private static Map<String, Column> columns() {
        return SERVER.bean(Transactions.class)
                .inOne(connection ->
                        Sql.on(
                                        connection,
                                        """
                                        select concat(table_name, '.', column_name) as name,
                                               coalesce(character_maximum_length, 0) as longest,
                                               character_set_name = 'ascii' as is_ascii
                                          from information_schema.columns
                                         where table_schema = database()
                                           and character_maximum_length is not null
                                        """)
                                .list(row ->
                                        Map.entry(
                                                row.text("name"),
                                                new Column(
                                                        row.number("longest"),
                                                        "1"
                                                                .equals(
                                                                        row.maybeText("is_ascii")
                                                                                .orElse("")))))
                                .stream()
                                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
