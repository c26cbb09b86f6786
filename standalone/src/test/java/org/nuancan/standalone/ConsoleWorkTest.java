package org.nuancan.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What people do at the console, each in a browser of their own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleWorkTest {

    private int port;
    private Everything everything;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        port = Chromium.freePort();
        everything = Everything.start(Chromium.HERE, port, folder, false);
        ConsoleHistory.lunch(port);
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    void end() {
        browser.close();
        playwright.close();
        everything.close();
    }

    @Test
    void a_statement_goes_through_four_levels_to_the_bank_and_back() {
        var manager = signedIn("canteen");
        manager.locator("main .task").first().click();
        manager.locator("tbody th a").first().click();
        var statement = manager.url();
        press(manager, "确认");
        assertThat(manager.locator("main .notice.good")).containsText("已确认");
        assertThat(manager.locator("main .state").first()).containsText("商户已确认");

        var street = signedIn("street");
        street.navigate(statement);
        street.locator("#return-reason").fill("缺少配送凭证");
        press(street, "退回");
        assertThat(street.locator("main .notice.good")).containsText("已退回");
        assertThat(street.locator("ol.steps")).containsText("缺少配送凭证");

        manager.navigate(statement);
        press(manager, "确认");
        assertThat(manager.locator("main .notice.good")).containsText("已确认");
        street.navigate(statement);
        var colleague = signedIn("street");
        colleague.navigate(statement);
        press(street, "审核通过");
        assertThat(street.locator("main .notice.good")).containsText("已审核通过");
        seesTheOthersStepAndLosesNothing(colleague);

        var district = signedIn("chaoyang");
        district.navigate(statement);
        press(district, "批准");
        assertThat(district.locator("main .notice.good")).containsText("已批准");

        paid(signedIn("finance"), statement);
    }

    private static void seesTheOthersStepAndLosesNothing(Page colleague) {
        colleague.locator("#return-reason").fill("我写了很久的理由");
        press(colleague, "退回");
        assertThat(colleague.locator(".answer .notice.bad")).isVisible();
        assertThat(colleague.locator("#return-reason")).hasValue("我写了很久的理由");
    }

    @Test
    void finance_takes_a_difference_on_explains_and_closes_it() {
        var finance = signedIn("finance");
        finance.navigate(at("/reconciliation?date=" + through()));
        finance.locator("main .differences button").first().click();
        assertThat(finance.locator("main .notice.good")).containsText("认领");
        finance.locator("main .differences input[name=explanation]").first().fill("次日到账");
        finance.locator("main .differences form[action$=explain] button").first().click();
        assertThat(finance.locator("main")).containsText("次日到账");
        finance.locator("main .differences form[action$=close] button").first().click();
        assertThat(finance.locator("main .notice.good")).containsText("已关闭");
    }

    @Test
    void a_kitchen_publishes_a_menu_and_the_desk_orders_from_it_and_cancels() {
        var day = LocalDate.parse(through()).plusDays(4).toString();
        var kitchen = signedIn("kitchen");
        kitchen.navigate(at("/menus?slot=LUNCH&date=" + day + "&copy=" + through()));
        press(kitchen, "发布菜单");
        assertThat(kitchen.locator("main .notice.good")).containsText("菜单已发布");

        var desk = signedIn("desk");
        find(desk);
        desk.locator(".hits a").click();
        desk.locator("main .button").first().click();
        desk.navigate(desk.url() + "?from=" + day);
        desk.locator("select[name=sku-" + day + "]").selectOption("SET-A");
        desk.locator("#fulfilment").selectOption("TAKE_AWAY");
        desk.locator("input[name=accepted]").first().check();
        press(desk, "下单");
        assertThat(desk.locator(".answer").first()).containsText("已下单 1 天");
        assertThat(desk.locator("select[name=sku-" + day + "]")).hasValue("SET-A");

        plans(desk, day);

        desk.locator(".answer li a").first().click();
        desk.locator("#reason").fill("家人带饭");
        press(desk, "确认取消");
        assertThat(desk.locator("main .state").first()).containsText("已取消");
    }

    /// In another tab: every day from the menu's day on, then a pause.
    private static void plans(Page desk, String day) {
        var week = desk.url();
        var plan = desk.context().newPage();
        plan.navigate(week);
        plan.locator("#plan summary").click();
        plan.locator("#plan-sku").selectOption("SET-A");
        plan.locator("#plan-from").fill(LocalDate.parse(day).plusDays(7).toString());
        plan.locator("#plan-how").selectOption("TAKE_AWAY");
        plan.locator("#plan input[name=accepted]").check();
        press(plan, "设定长期订餐");
        assertThat(plan.locator("main .notice.good")).containsText("长期订餐已设定");
        plan.locator("details summary", new Page.LocatorOptions().setHasText("暂停")).click();
        var pause = plan.locator("form[action$=pause]");
        pause.locator("input[name=from]").fill(LocalDate.parse(day).plusDays(8).toString());
        pause.locator("button").click();
        assertThat(plan.locator("main .notice.good")).containsText("暂停");
        plan.close();
    }

    @Test
    void a_search_leaves_no_term_in_the_address() {
        var desk = signedIn("desk");
        find(desk);
        assertThat(desk.locator(".hits li")).hasCount(1);
        assertThat(desk).hasURL(at("/people"));
    }

    @Test
    void an_account_with_a_one_time_password_must_choose_another_before_it_sees_anything() {
        var city = signedIn("city");
        city.navigate(at("/users/dispatch"));
        press(city, "重置密码");
        var password = city.locator(".answer .code").textContent();

        var changed = browser.newContext().newPage();
        changed.navigate(at("/sign-in"));
        changed.locator("#username").fill("dispatch");
        changed.locator("#password").fill(password);
        changed.locator("main button").click();
        changed.waitForURL(at("/account"));
        assertThat(changed.locator("main")).containsText("一次性密码");
        changed.locator("#password").fill(password);
        changed.locator("#new-password").fill("demo-pass-2");
        changed.locator("#again").fill("demo-pass-2");
        press(changed, "修改密码");
        changed.waitForURL(at("/"));
        assertThat(changed.locator("main .notice.good")).containsText("密码已修改");
    }

    @Test
    void a_manager_gets_an_activation_code_once_and_changes_a_price() {
        var manager = signedIn("canteen");
        manager.navigate(at("/sites"));
        manager.locator("tbody th a").last().click();
        manager.locator("#label").fill("二号窗口");
        press(manager, "生成激活码");
        assertThat(manager.locator(".answer .code")).hasCount(2);
        assertThat(manager.locator(".answer svg[role=img] path")).hasCount(1);
        manager.reload();
        assertThat(manager.locator(".answer .code")).hasCount(0);
        assertThat(manager.locator("main")).containsText("二号窗口");

        manager.locator("details summary").last().click();
        manager.locator("input[name=sum]").first().fill("19.50");
        press(manager, "保存价目表");
        assertThat(manager.locator("main .notice.good")).containsText("价目表已更新");
        assertThat(manager.locator("tbody td.sum").first()).hasText("¥19.50");
    }

    @Test
    void a_street_registers_the_elders_of_a_file_and_comes_back_to_its_faults() {
        var street = signedIn("street");
        street.navigate(at("/imports"));
        var elders =
                """
                姓名,身份证号,居住区划
                赵秀兰,110105194705143513,110105012
                钱国强,110105194705143514,110105012
                """;
        street.setInputFiles(
                "#file",
                new FilePayload("elders.csv", "text/csv", elders.getBytes(StandardCharsets.UTF_8)));
        press(street, "上传并登记");
        assertThat(street.locator("#job .notice.good")).containsText("登记 1 人，1 行未通过");

        street.navigate(at("/"));
        street.navigate(at("/imports"));
        street.locator("#table-imports tbody th a").first().click();
        assertThat(street.locator("#table-faults tbody tr")).hasCount(1);
        assertThat(street.locator("#table-faults")).containsText("身份证号不符合");
        assertThat(street.locator("#table-faults")).not().containsText("110105194705143514");
    }

    @Test
    void a_policy_is_written_tried_and_released_by_a_second_person() {
        var author = signedIn("chaoyang");
        author.navigate(at("/policies/new"));
        author.locator("#name-zh").fill("高龄午餐补贴");
        author.locator("#name-en").fill("Lunch of the old");
        author.locator("#code").fill("CY-OLD");
        author.locator("#from").fill("2027-06-01");
        author.locator("#who-0-minAge").fill("85");
        author.locator("#amount-value").fill("3.00");
        press(author, "试算");
        assertThat(author.locator(".answer .trial")).containsText("年满 85 岁");
        assertThat(author.locator("#table-cases tbody tr").first()).containsText("¥3.00");
        assertThat(author.locator("#table-cases tbody tr").last()).containsText("不属于补贴对象");

        press(author, "保存草案");
        assertThat(author.locator("main .notice.good")).containsText("草案已保存");
        press(author, "发布");
        assertThat(author.locator(".answer .notice.bad")).isVisible();

        var second = signedIn("city");
        second.navigate(author.url());
        press(second, "发布");
        assertThat(second.locator("main .head .state")).containsText("已发布");
    }

    private void find(Page desk) {
        desk.navigate(at("/people"));
        desk.locator("#by").selectOption("cardNumber");
        desk.locator("#term").fill("DEMO-0000035");
        desk.keyboard().press("Enter");
    }

    private String through() {
        var finance = signedIn("finance");
        finance.navigate(at("/payments"));
        return finance.locator("#through").inputValue();
    }

    private void paid(Page finance, String statement) {
        finance.navigate(at("/payments"));
        finance.locator("main form button").first().click();
        assertThat(finance.locator("main .notice.good")).containsText("付款批次已生成");
        var name = finance.locator("td.hash").first().textContent();
        var file = "endToEndId,outcome,reason\n%s,SETTLED,\n".formatted(name);
        finance.setInputFiles(
                "#file",
                new FilePayload("answer.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        finance.locator(".acts-card button").click();
        assertThat(finance.locator(".answer")).containsText("已按回执更新 1 笔付款");
        finance.locator(".answer a").click();
        assertThat(finance.locator("tbody .state").first()).containsText("已到账");
        finance.navigate(statement);
        assertThat(finance.locator("ol.steps")).containsText("付款成功");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private Page signedIn(String user) {
        var page = browser.newContext().newPage();
        page.setDefaultTimeout(Chromium.PATIENCE_MS);
        page.navigate(at("/sign-in"));
        page.locator("#username").fill(user);
        page.locator("#password").fill("demo-pass");
        page.locator("main button").click();
        page.waitForURL(at("/"));
        return page;
    }

    private String at(String path) {
        return "http://" + Chromium.HERE + ":" + (port + 1) + path;
    }
}
