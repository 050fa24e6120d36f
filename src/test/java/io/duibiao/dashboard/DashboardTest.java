package io.duibiao.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;

import io.duibiao.account.People;
import io.duibiao.history.Content;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages in a real browser. What they show is left as pictures in target/screenshots. */
@QuarkusTest
class DashboardTest {

    private static final String PLAN = "dash-plan";
    private static final String REGION = "150781";
    private static final int FIRST_VIEW_BYTES = 300_000;
    private static final int PATIENCE_MILLISECONDS = 30_000;
    private static final int FARTHEST = 300;
    private static final int A4_BETWEEN_MARGINS = 703;
    private static final int WHOLE_INSTANT = 220;

    private static Browser browser;

    @TestHTTPResource
    String root;

    private BrowserContext context;
    private Page page;
    private final List<String> faults = new ArrayList<>();
    private String shot;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        // A machine that builds at the same time is slow, not wrong.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open(TestInfo test) {
        shot = test.getTestMethod().orElseThrow().getName();
        open(1280, 900, "zh-CN");
    }

    private void open(int width, int height, String locale) {
        context = browser.chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height).setLocale(locale).setTimezoneId("Asia/Shanghai"));
        page = context.newPage();
        page.onPageError(faults::add);
    }

    @AfterEach
    void close() {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", shot + ".png")).setFullPage(true));
        context.close();
        assertEquals(List.of(), faults, "errors on the page");
    }

    private void visit(String query) {
        page.navigate(root + query);
        settled();
    }

    private void settled() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("main")).not().isEmpty();
    }

    private void signIn(String username, String query) {
        visit("?lang=zh-CN&page=sign-in");
        type(page.getByLabel("用户名"), username);
        type(page.getByLabel("密码"), People.PASSWORD);
        press("登录");
        assertThat(page.locator(".who")).hasText(username);
        visit(query);
    }

    /** Goes to what is wanted as one without a mouse does. */
    private void reach(Locator wanted) {
        wanted.waitFor();
        for (int steps = 0; steps < FARTHEST; steps++) {
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + wanted);
    }

    private void type(Locator field, String text) {
        reach(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().insertText(text);
    }

    private void press(String button) {
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first());
    }

    private void press(Locator button) {
        reach(button);
        page.keyboard().press("Enter");
    }

    /** A plan of its own with one target, open until the state names its figure, for a place that no other test writes to. */
    private static void ownPlan() {
        ownPlan(PLAN);
    }

    private static void ownPlan(String plan) {
        String cited = "{\"document\":\"某某方案\",\"section\":\"二\",\"quote\":\"达到国家考核目标\"}";
        Map<String, String> bodies = Map.of("/plans/" + plan, """
                {"title":{"zh":"某某行动方案","en":"Some plan"},"documentNumber":"","issuer":"某某办公厅","level":"league",
                 "startYear":2021,"endYear":2025,"baseYear":2020,"notes":[]}""", "/indicators/dash-share", """
                {"name":{"zh":"某某达标比例","en":"Some share"},"unit":"%","changeUnit":"百分点","decimals":1,"direction":"HIGHER",
                 "kind":"LEVEL","timing":"STOCK","aggregation":"NONE","bases":[],"passDown":false}""");
        List.of("/plans/" + plan, "/indicators/dash-share").forEach(path -> People.admin().header("If-None-Match", "*")
                .body(bodies.get(path)).put("/api/v1" + path).then().statusCode(anyOf(is(201), is(412))));
        People.admin().header("If-None-Match", "*").body("""
                {"plan":"%s","indicator":"dash-share","region":"%s","attribute":"BINDING","due":"2025-12-31",
                 "printed":"达到国家考核目标","baseline":{"printed":"80.0","period":"2020"},"citations":[%s]}"""
                .formatted(plan, REGION, cited)).put("/api/v1/targets/" + plan + ".1").then()
                .statusCode(anyOf(is(201), is(412)));
    }

    /**
     * A plan for the whole region whose figure is the mean of its leagues, of which in 2023 one has reported and in 2022 two
     * have.
     */
    private static void meanOfTheLeagues() {
        ownPlan();
        Map.of("/plans/dash-part", """
                {"title":{"zh":"某某汇总方案","en":"Some other plan"},"documentNumber":"","issuer":"某某办公厅","level":"region",
                 "startYear":2021,"endYear":2025,"baseYear":2020,"notes":[]}""", "/indicators/dash-mean", """
                {"name":{"zh":"某某均值比例","en":"Some mean"},"unit":"%","changeUnit":"百分点","decimals":1,"direction":"HIGHER",
                 "kind":"LEVEL","timing":"STOCK","aggregation":"MEAN","bases":[],"passDown":false}""")
                .forEach(DashboardTest::put);
        put("/targets/dash-part.1", """
                {"plan":"dash-part","indicator":"dash-mean","region":"150000","attribute":"EXPECTED","due":"2025-12-31",
                 "printed":"不低于80%","baseline":{"printed":"70.0","period":"2020"},
                 "citations":[{"document":"某某方案","section":"二","quote":"不低于80%"}]}""");
        List.of("150300/2023", "150300/2022", "152900/2022").forEach(place -> put("/measurements/dash-mean/" + place,
                "{\"value\":84,\"status\":\"PROVISIONAL\",\"source\":\"监测站\"}"));
    }

    private static void put(String path, String body) {
        People.admin().header("If-None-Match", "*").body(body).put("/api/v1" + path).then()
                .statusCode(anyOf(is(201), is(412)));
    }

    private static String view(String period) {
        return "?lang=zh-CN&plan=" + PLAN + "&region=" + REGION + "&period=" + period;
    }

    @Test
    void theOverviewShowsEveryIndicatorAndEachFigureOpensItsClause() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        assertThat(page.locator("h1")).hasText("内蒙古自治区 · 2020年");
        assertThat(page.locator(".indicators tbody tr")).hasCount(21);
        Locator row = page.locator(".indicators tbody tr").filter(new Locator.FilterOptions().setHasText("草原综合植被盖度"));
        assertThat(row.locator("span.verdict")).containsText("达标");
        Locator figure = row.locator("button.figure").first();
        figure.focus();
        page.keyboard().press("Enter");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("草原综合植被盖度(%)45稳定在45约束性");
        assertThat(dialog).containsText("专栏1 第16行");
        assertTrue(dialog.locator(".working li").count() >= 4);
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(figure).isFocused();
    }

    @Test
    void theFirstViewIsThePlanThatBindsAndItsAddressSaysSo() {
        // Other tests have plans of their own.
        page.route(Pattern.compile("/api/v1/plans(\\?.*)?$"), route -> {
            APIResponse all = route.fetch();
            ObjectNode answer = (ObjectNode) Content.json(all.text());
            answer.withArray("items").removeIf(plan -> !List.of("nm-eep-14", "nm-battle-2020", "state-13")
                    .contains(plan.get("code").asText()));
            route.fulfill(new Route.FulfillOptions().setResponse(all).setBody(answer.toString()));
        });
        visit("?lang=zh-CN");
        assertThat(page.locator("[name=plan]")).hasValue("nm-eep-14");
        assertThat(page.locator(".newest")).isVisible();
        assertThat(page).hasURL(Pattern.compile("period=20\\d\\d.*plan=nm-eep-14.*region=150000"));
    }

    @Test
    void whereReadingAsksForALoginTheLoginComesFirst() {
        People.signInToRead(true);
        try {
            visit("?lang=zh-CN&plan=nm-eep-14&period=2020&page=indicator&indicator=air-good-days");
            type(page.getByLabel("用户名"), "admin");
            type(page.getByLabel("密码"), People.PASSWORD);
            press("登录");
            assertThat(page.locator("#series")).isVisible();
        } finally {
            People.signInToRead(false);
        }
    }

    @Test
    void aQuickReportIsFilledInForAPartOfTheYear() {
        ownPlan();
        People.person("dash-quick", List.of("reporter"), REGION);
        signIn("dash-quick", view("2025") + "&page=entry");
        page.locator("[name=period]").selectOption("2025-01/2025-07");
        assertThat(page.locator("h1")).hasText("填报：满洲里市 2025年1—7月");
    }

    @Test
    void besideAPeriodStandsTheLastOneOfItsLengthAndNotALaterMonth() {
        ownPlan();
        People.person("dash-quick", List.of("reporter"), REGION);
        for (String[] sent : new String[][] { { "2022-01/2022-02", "71" }, { "2022-06", "99" } }) {
            People.as("dash-quick").body("{\"value\":" + sent[1] + ",\"source\":\"监测站\"}")
                    .put("/api/v1/measurements/dash-share/" + REGION + "/" + sent[0]).then().statusCode(201);
        }
        signIn("dash-quick", view("2023-01/2023-02") + "&page=entry");
        assertThat(page.locator(".entry td[data-label=上次数值]")).hasText(Pattern.compile("71\\s*2022年1—2月"));
    }

    @Test
    void aWrongPasswordIsToldAsOne() {
        visit("?lang=zh-CN&page=sign-in");
        type(page.getByLabel("用户名"), "admin");
        type(page.getByLabel("密码"), "not the one");
        press("登录");
        assertThat(page.locator(".notice.fault")).containsText("密码");
    }

    @Test
    void anInstantThatCannotBeReadIsAFaultWithAWayBack() {
        visit("?lang=zh-CN&asOf=rubbish");
        assertThat(page.locator(".notice.fault")).containsText("时点须写作");
        assertThat(page.locator(".past")).containsText("读不懂数据时点");
        assertThat(page.locator(".past a")).hasText("回到当前");
    }

    @Test
    void whoeverWorksByKeyboardGoesOnWhereHeWas() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&region=150000");
        page.locator("[name=period]").focus();
        page.locator("[name=period]").selectOption("2021");
        assertThat(page.locator("h1")).hasText("内蒙古自治区 · 2021年");
        assertThat(page.locator("[name=period]")).isFocused();
        page.locator(".indicators tbody a").last().press("Enter");
        assertThat(page.locator("#series")).isVisible();
        assertThat(page.locator("main")).isFocused();
        assertEquals(0, ((Number) page.evaluate("scrollY")).intValue());
    }

    @Test
    void aRegionIsChosenByTypingAPartOfItsName() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        Locator chooser = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("地区").setExact(true));
        reach(chooser);
        assertThat(page.locator(".chooser [role=option]")).hasCount(12);
        page.keyboard().insertText("包头");
        assertThat(page.locator(".chooser [role=option]").first()).containsText("包头市");
        assertThat(chooser).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("包头市 · 2020年");
    }

    @Test
    void aPlannerEditsATargetAndItsHistoryTellsWhatChanged() {
        ownPlan("dash-edit");
        People.person("dash-editor", List.of("planner"));
        signIn("dash-editor", "?lang=zh-CN&plan=dash-edit&region=" + REGION + "&period=2023&page=targets");
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("修改").setExact(true)).first());
        type(page.getByLabel("原文表述"), "优于外星人");
        assertThat(page.locator("#field-printed-told")).containsText("外星人");
        reach(page.locator("#field-readAs"));
        assertThat(page.locator("#field-printed-told")).containsText("外星人");
        type(page.getByLabel("原文表述"), "不低于80%");
        assertThat(page.locator(".means")).hasText("读作：不低于80%");
        press("保存");
        assertThat(page.locator("#field-reason-told")).not().isEmpty();
        type(page.getByLabel("修改原因（必填，记入修订记录）"), "按印发稿更正");
        press("保存");
        assertThat(page.locator(".notice.done")).hasText("已保存");
        Locator last = page.locator("#history ~ .wide tbody tr").first();
        assertThat(last).containsText("按印发稿更正");
        assertThat(last).containsText("原文表述：达到国家考核目标 → 不低于80%");
        visit("?lang=zh-CN&plan=dash-edit&page=edit&noun=plans&code=dash-edit");
        type(page.getByLabel("终止年"), "2019");
        type(page.getByLabel("修改原因（必填，记入修订记录）"), "试改");
        press("保存");
        assertThat(page.locator("#field-endYear-told")).containsText("终止年份早于起始年份");
    }

    @Test
    void aPlannerMakesAPlanAndItsFirstTarget() {
        ownPlan();
        People.person("dash-maker", List.of("planner"));
        signIn("dash-maker", "?lang=zh-CN&plan=" + PLAN + "&region=" + REGION + "&period=2023&page=targets");
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("规划").setExact(true)));
        type(page.locator("#field-code"), "Dash New");
        press("保存");
        assertThat(page.locator("#field-code-told")).containsText("只用小写字母");
        type(page.locator("#field-code"), "dash-new");
        type(page.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)), "某某新规划");
        type(page.getByLabel("英文名称"), "A new plan");
        type(page.getByLabel("起始年"), "2026");
        type(page.getByLabel("终止年"), "2030");
        type(page.getByLabel("基期年"), "2025");
        press("保存");
        assertThat(page.locator("h1")).hasText("修改规划");
        assertThat(page.locator("#history ~ .wide")).containsText("首次登记");
        visit("?lang=zh-CN&plan=dash-new&region=" + REGION + "&period=2026&page=edit&noun=targets");
        assertThat(page.locator("#field-code")).hasValue("dash-new.1");
        reach(page.locator("#field-indicator"));
        page.locator("#field-indicator").selectOption("dash-share");
        type(page.getByLabel("原文表述"), "不低于85%");
        assertThat(page.locator(".means")).hasText("读作：不低于85%");
        type(page.locator("[name='citations.0.document']"), "某某文件");
        type(page.locator("[name='citations.0.section']"), "一");
        type(page.locator("[name='citations.0.quote']"), "不低于85%");
        press("保存");
        assertThat(page.locator("h1")).hasText("修改目标");
        visit("?lang=zh-CN&plan=dash-new&region=" + REGION + "&period=2026");
        assertThat(page.locator(".indicators tbody")).containsText("不低于85%");
    }

    @Test
    void aFigureRolledUpFromAFewRegionsSaysFromHowMany() {
        meanOfTheLeagues();
        visit("?lang=zh-CN&plan=dash-part&region=150000&period=2023");
        assertThat(page.locator(".indicators td.actual .partly")).hasText("1/12 已报由下级汇总，12个地区中1个已报");
        visit("?lang=zh-CN&plan=dash-part&region=150000&period=2023&page=indicator&indicator=dash-mean");
        assertThat(page.locator("#series-words .partly").last()).containsText("1/12 已报");
        assertThat(page.locator("#years ~ .wide .partly"))
                .containsText(new String[] { "2/12 已报", "1/12 已报", "1/12 已报", "1/12 已报" });
        assertThat(page.locator(".chart svg")).containsText("1/12 已报");
    }

    @Test
    void aReviewerIsTakenToARegionOfHisOwnAndDecidesOnlyThere() {
        meanOfTheLeagues();
        People.person("dash-wuhai", List.of("reviewer"), "150300");
        signIn("dash-wuhai", "?lang=zh-CN&plan=dash-part&region=150000&period=2023");
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("审核").setExact(true)));
        assertThat(page.locator("h1")).hasText("审核 · 乌海市");
        assertThat(page.locator("#closing")).isVisible();
        visit("?lang=zh-CN&plan=dash-part&region=150000&period=2023&page=review&about=dash-mean&only=2022");
        Locator lines = page.locator(".queue tbody tr");
        assertThat(lines).hasCount(2);
        assertThat(lines.filter(new Locator.FilterOptions().setHasText("乌海市")).locator("button")).hasCount(2);
        Locator other = lines.filter(new Locator.FilterOptions().setHasText("阿拉善盟"));
        assertThat(other).containsText("不属于您负责的地区");
        assertThat(other.locator("button")).hasCount(0);
        assertThat(page.locator("#closing")).hasCount(0);
        assertThat(page.locator("main")).containsText("我负责的地区：乌海市");
    }

    @Test
    void theAuditLogIsReadOnToItsEnd() {
        People.person("dash-audited", List.of("viewer"));
        page.route(Pattern.compile("/api/v1/admin/audit"), route -> route.resume(new Route.ResumeOptions()
                .setUrl(route.request().url().replaceFirst("size%5D=\\d+", "size%5D=1"))));
        signIn("admin", "?lang=zh-CN&plan=nm-eep-14&period=2020&page=admin");
        assertThat(page.locator("#audit ~ div tbody tr")).hasCount(1);
        press("显示更多");
        assertThat(page.locator("#audit ~ div tbody tr")).hasCount(2);
    }

    @Test
    void aPageThatTheServiceDoesNotSendSaysSoAndCanBeTriedAgain() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        page.route("**/app/sign-in.js", Route::abort);
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登录").setExact(true)));
        assertThat(page.locator(".notice.fault")).containsText("服务没有回应，请检查网络后重试");
        page.unroute("**/app/sign-in.js");
        press("重试");
        assertThat(page.getByLabel("密码")).isVisible();
    }

    @Test
    void beforeAnythingWasRecordedThePageSaysSinceWhen() {
        visit("?lang=zh-CN&asOf=2000-01-01T00:00:00Z");
        assertThat(page.locator("h1")).hasText("该时点之前尚未登记任何数据");
        assertThat(page.locator(".notice")).containsText("最早的数据登记于");
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("回到当前")).last());
        assertThat(page.locator(".past")).hasCount(0);
    }

    @Test
    void nothingIsWrittenWhileOneLooksAtThePast() {
        signIn("admin", "?lang=zh-CN&plan=nm-eep-14&page=entry&asOf=2030-01-01T00:00:00Z");
        assertThat(page.locator(".notice.forbidden")).containsText("查看过去的数据时不能");
    }

    @Test
    void sortingFilteringAndSearchingStandInTheAddress() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        page.getByLabel("属性").selectOption("BINDING");
        assertThat(page.locator(".indicators tbody tr")).hasCount(12);
        page.getByLabel("查找指标").fill("草原");
        assertThat(page.locator(".indicators tbody tr")).hasCount(1);
        page.locator("th[data-name=actual] button").press("Enter");
        assertThat(page.locator("th[data-name=actual]")).hasAttribute("aria-sort", "ascending");
        page.reload();
        settled();
        assertThat(page.locator(".indicators tbody tr")).hasCount(1);
        page.getByLabel("查找指标").fill("没有这样的指标");
        assertThat(page.locator(".indicators tbody")).containsText("没有符合条件的内容");
    }

    @Test
    void aTileLeadsToItsLeagueAndTheIndicatorPageShowsAllPlans() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&indicator=air-good-days");
        assertThat(page.locator(".tile")).hasCount(12);
        page.locator(".tile").filter(new Locator.FilterOptions().setHasText("包头市")).click();
        assertThat(page.locator("h1")).containsText("包头市");
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&page=indicator&indicator=air-good-days");
        assertThat(page.locator(".chart svg")).isVisible();
        assertThat(page.locator("#plans ~ .wide table")).containsText("达到83.8%");
        assertThat(page.locator(".notice.conflict")).containsText("89.1");
    }

    @Test
    void anotherLanguageChangesEveryWordOfThePage() {
        visit("?lang=en&plan=nm-eep-14&period=2020");
        assertEquals("en", page.locator("html").getAttribute("lang"));
        assertThat(page.locator("h1")).hasText("Inner Mongolia Autonomous Region · 2020");
        assertThat(page.locator(".indicators thead")).containsText("Verdict");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("中文")).click();
        assertThat(page.locator("h1")).hasText("内蒙古自治区 · 2020年");
    }

    @Test
    void theKeyboardSkipsTheHeaderAndReachesEverything() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertTrue(page.url().endsWith("#content"));
    }

    @Test
    void aReporterSendsAReviewerSettlesAndAPlannerNamesTheFigure() {
        ownPlan();
        People.person("dash-reporter", List.of("reporter"), REGION);
        People.person("dash-reviewer", List.of("reviewer"), REGION);
        People.person("dash-planner", List.of("planner"));

        signIn("dash-reporter", view("2023") + "&page=entry");
        type(page.getByLabel("某某达标比例 2023年"), "八十五");
        assertThat(page.locator(".state")).hasText("请填写数字");
        type(page.getByLabel("某某达标比例 2023年"), "８５．５");
        assertThat(page.locator(".state")).hasText("可以保存");
        reach(page.getByLabel("数据来源（本表通用）"));
        type(page.getByLabel("数据来源（本表通用）"), "满洲里市生态环境局");
        press("保存已填各项");
        assertThat(page.locator(".notice.done")).containsText("已保存1项");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/entry.png")));
        String before = Instant.now().toString();

        visit(view("2023"));
        assertThat(page.locator(".indicators tbody")).containsText("快报");
        press("退出");

        signIn("dash-reviewer", view("2023") + "&page=review");
        Locator sent = page.locator(".queue tbody tr").filter(new Locator.FilterOptions().setHasText("2023年"));
        assertThat(sent).containsText("85.5");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/review.png")));
        press(sent.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("核定")));
        assertThat(sent).hasCount(0);
        press("退出");

        signIn("dash-planner", view("2023") + "&page=targets");
        press(page.locator(".sheet summary").first());
        type(page.getByLabel("数值（如 ≥90.7%）").first(), "≥85%");
        press("试读");
        assertThat(page.locator(".sheet").first()).containsText("不低于85%");
        type(page.getByLabel("下达单位").first(), "自治区生态环境厅");
        // Whatever the order of day, month and year in this browser.
        reach(page.getByLabel("下达日期").first());
        List.of("ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp").forEach(page.keyboard()::press);
        type(page.locator("[name=document]").first(), "某某通知");
        type(page.locator("[name=section]").first(), "一");
        type(page.locator("[name=quote]").first(), "达标比例不低于85%");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/targets.png")));
        press("登记");
        assertThat(page.locator(".notice.done")).containsText("已保存");

        visit(view("2023"));
        assertThat(page.locator(".indicators span.verdict")).containsText("达标");
        assertThat(page.locator(".indicators tbody")).not().containsText("快报");

        visit(view("2023") + "&asOf=" + before);
        assertThat(page.locator(".past")).containsText("当时掌握的数据");
        assertThat(page.locator(".indicators span.verdict")).containsText("待国家下达考核数值");
        assertThat(page.locator(".indicators tbody")).containsText("快报");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("回到当前")).click();
        assertThat(page.locator(".past")).hasCount(0);
    }

    @Test
    void whatIsTypedOutlivesAnotherPageAReloadAndAnEndedSession() {
        ownPlan();
        People.person("dash-forgetful", List.of("reporter"), REGION);
        signIn("dash-forgetful", view("2021") + "&page=entry");
        type(page.getByLabel("数据来源（本表通用）"), "满洲里市生态环境局");
        type(page.getByLabel("某某达标比例 2021年"), "82.5");
        assertThat(page.locator(".state")).hasText("可以保存");
        press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("总览").setExact(true)).first());
        assertThat(page.locator(".indicators")).isVisible();
        page.goBack();
        assertThat(page.locator(".notice.draft")).containsText("已恢复上次未保存的内容（1项）");
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.reload();
        assertThat(page.getByLabel("某某达标比例 2021年")).hasValue("82.5");
        assertThat(page.locator(".state")).hasText("可以保存");
        context.clearCookies();
        press("保存已填各项");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("登录已过期");
        page.keyboard().insertText(People.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".notice.done")).containsText("已保存1项");
        assertThat(page.locator(".notice.draft")).hasCount(0);
        assertThat(page.locator(".entry button.primary")).isFocused();
        page.reload();
        settled();
        type(page.getByLabel("某某达标比例 2021年"), "");
        page.keyboard().press("Backspace");
        assertThat(page.locator(".state")).containsText("已报数 82.5 不能清空");
    }

    @Test
    void aDroppedFileIsTriedFirstAndWrittenWhenConfirmed() {
        ownPlan();
        People.person("dash-sender", List.of("reporter"), REGION);
        signIn("dash-sender", view("2022") + "&page=import");
        page.setInputFiles("input[type=file]", file("指标,地区,时期,数值,来源\n某某达标比例,满州里市,2022,84,监测站\n"));
        assertThat(page.locator(".notice.fault")).containsText("有误1行");
        assertThat(page.locator("td.bad")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/import-errors.png")));
        page.setInputFiles("input[type=file]", file("指标,地区,时期,数值,来源\n某某达标比例,满洲里市,2022年,８４,监测站\n"));
        assertThat(page.locator(".notice.done")).containsText("可写入1行");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认导入")).click();
        assertThat(page.locator(".notice.done")).containsText("已写入1行");
        visit(view("2022"));
        assertThat(page.locator(".indicators tbody td.actual")).containsText("84");
    }

    @Test
    void aFileWithLinesOfAnotherRegionIsToldToBeBlockedAndOneWithoutLinesToBeEmpty() {
        ownPlan();
        People.person("dash-abroad", List.of("reporter"), REGION);
        signIn("dash-abroad", view("2022") + "&page=import");
        page.setInputFiles("input[type=file]", file("指标,地区,时期,数值,来源\n某某达标比例,满洲里市,2019,84,监测站\n"
                + "某某达标比例,包头市,2019,84,监测站\n某某达标比例,包头市,2018,84,监测站\n"));
        Locator told = page.locator(".notice");
        assertThat(told).containsText("不由您负责的地区，整个文件都不能导入");
        assertThat(told).containsText("包头市（第3、4行）");
        assertThat(told).containsText("请删去这些行");
        assertThat(told).not().containsText("可写入");
        page.setInputFiles("input[type=file]", file("指标,地区,时期,数值,来源\n"));
        assertThat(told).containsText("没有可导入的数据");
    }

    @Test
    void whatIsConfirmedIsWhatStandsOnThePage() {
        ownPlan();
        People.person("dash-changer", List.of("reporter"), REGION);
        signIn("dash-changer", view("2022") + "&page=import");
        FilePayload sent = file("指标,地区,时期,数值,来源\n某某达标比例,满洲里市,2018,84,监测站\n某某达标比例,满洲里市,2017,x,监测站\n");
        page.setInputFiles("input[type=file]", sent);
        assertThat(page.locator(".notice.fault")).containsText("整个文件都不能导入");
        page.locator("[name=mode]").selectOption("partial");
        assertThat(page.locator(".notice.fault")).containsText("可写入1行");
        type(page.locator("[name=reason]"), "核对后更正");
        assertThat(page.locator(".notice.fault")).hasCount(0);
        assertThat(page.locator(".notice.fault")).containsText("可写入1行");
        page.setInputFiles("input[type=file]", sent);
        assertThat(page.locator(".notice.fault")).containsText("可写入1行");
        List<String> written = new ArrayList<>();
        page.onRequest(request -> written.add(request.method() + " " + request.url()));
        press("确认导入");
        assertThat(page.locator(".notice")).containsText("已写入1行");
        assertThat(page.locator("main [tabindex='-1']")).isFocused();
        assertTrue(written.stream().anyMatch(each -> each.startsWith("POST") && each.contains("mode=partial")
                && each.contains("reason=%E6") && !each.contains("dryRun")), written.toString());
    }

    @Test
    void aFigureThatWasRecordedIsCorrectedInTheSameFormAtOnceAndAfterAReload() {
        ownPlan("dash-correct");
        People.person("dash-corrector", List.of("planner"));
        signIn("dash-corrector", "?lang=zh-CN&plan=dash-correct&region=" + REGION + "&period=2023&page=targets");
        Locator sheet = page.locator("#figures ~ details").first();
        press(sheet.locator("summary"));
        type(sheet.locator("[name=phrase]"), "≥85%");
        List.of("issuer", "document", "section", "quote").forEach(name -> type(sheet.locator("[name=" + name + "]"), "某某"));
        sheet.locator("[name=issuedAt]").fill("2023-05-01");
        assertThat(sheet.locator("[name=reason]")).isHidden();
        press(sheet.locator("button.primary"));
        assertThat(sheet.locator(".notice.done")).containsText("已保存");
        assertThat(sheet.locator("button.primary")).isFocused();
        type(sheet.locator("[name=phrase]"), "≥86%");
        type(sheet.locator("[name=reason]"), "抄录有误");
        press(sheet.locator("button.primary"));
        assertThat(sheet.locator("[name=reason]")).hasValue("");
        assertThat(sheet.locator(".notice.fault")).hasCount(0);
        page.reload();
        assertThat(sheet.locator("summary")).containsText("已登记：≥86%");
        press(sheet.locator("summary"));
        assertThat(sheet.locator("[name=phrase]")).hasValue("≥86%");
        assertThat(sheet.locator("[name=reason]")).isVisible();
    }

    @Test
    void aSectionThatIsDrawnAnewAndAButtonThatWorkedKeepTheFocus() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&region=150000");
        Locator indicator = page.locator("#below ~ div [name=indicator]");
        indicator.focus();
        indicator.selectOption("pm25-decline");
        assertThat(page).hasURL(Pattern.compile("indicator=pm25-decline"));
        settled();
        assertThat(indicator).isFocused();
        signIn("admin", "?lang=zh-CN&plan=nm-eep-14&period=2020&page=admin");
        Locator event = page.locator("[name=event]");
        event.focus();
        event.selectOption("SIGNED_IN");
        settled();
        assertThat(event).isFocused();
        type(page.locator("form.narrow [name=username]"), "dash-nobody");
        type(page.locator("form.narrow [name=password]"), People.PASSWORD);
        press("保存");
        assertThat(page.locator("form.narrow .notice.fault")).containsText("请至少勾选一个角色");
        assertThat(page.locator("form.narrow [name=save]")).isFocused();
    }

    @Test
    void aClosedPeriodIsToldBeforeOneTypesAndAReturnedValueWithWhatIsToBeCorrected() {
        ownPlan();
        People.person("dash-late", List.of("reporter"), REGION);
        People.person("dash-closer", List.of("reviewer"), REGION);
        String value = "/api/v1/measurements/dash-share/" + REGION + "/";
        String etag = People.as("dash-late").header("If-None-Match", "*").body("{\"value\":84,\"source\":\"监测站\"}")
                .put(value + "2016").then().statusCode(201).extract().header("ETag");
        People.as("dash-closer").header("If-Match", etag).body("{\"decision\":\"RETURNED\",\"comment\":\"请核对单位\"}")
                .put(value + "2016/review").then().statusCode(200);
        People.as("dash-closer").body("{\"closed\":true}").put("/api/v1/closures/" + REGION + "/2015").then().statusCode(201);
        signIn("dash-late", view("2016") + "&page=entry");
        assertThat(page.locator(".entry tbody")).containsText("dash-closer退回：请核对单位");
        type(page.getByLabel("某某达标比例 2016年"), "12.34567");
        assertThat(page.locator(".state")).hasText("小数最多四位");
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.reload();
        assertThat(page.locator(".state")).hasText("小数最多四位");
        assertThat(page.locator(".entry tbody [aria-invalid]")).hasCount(1);
        assertThat(page.locator(".entry tbody")).containsText("请核对单位");
        visit(view("2015-Q1") + "&page=entry");
        assertThat(page.locator(".closed")).containsText(Pattern.compile("满洲里市2015年的填报已由dash-closer于\\d+年\\d+月\\d+日"));
        assertThat(page.getByLabel("某某达标比例 2015年第一季度")).hasAttribute("readonly", "");
        assertThat(page.locator("button.primary")).hasCount(0);
        visit(view("2016") + "&page=indicator&indicator=dash-share");
        Locator returned = page.locator("#revisions ~ .wide tbody tr").filter(new Locator.FilterOptions().setHasText("请核对单位"));
        assertThat(returned).containsText("退回");
    }

    private static FilePayload file(String text) {
        return new FilePayload("报送.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whoMayNotSeeAPageIsToldSoAndWhatIsNotThereIsNamed() {
        visit("?lang=zh-CN&page=admin");
        assertThat(page.locator(".notice.forbidden")).containsText("没有查看这一页的权限");
        visit("?lang=zh-CN&page=nowhere");
        assertThat(page.locator("h1")).hasText("没有这一页");
        visit("?lang=zh-CN&region=999999");
        assertThat(page.locator(".notice.fault")).containsText("999999");
        visit("?lang=zh-CN&plan=wuhai-2020&region=152900&period=2020");
        assertThat(page.locator(".notice.empty")).containsText("没有为这一地区设定目标");
    }

    @Test
    void everyPageIsSoundForScreenReadersInLightAndDark() {
        signIn("admin", "?lang=zh-CN&plan=nm-eep-14&period=2020");
        List<String> views = List.of("&period=2020", "&period=2020&page=indicator&indicator=air-good-days", "&page=sign-in",
                "&page=entry&period=2023", "&page=import", "&page=review", "&page=targets&period=2023", "&page=admin",
                "&page=account", "&period=2020&lang=en", "&period=2020&asOf=2030-01-01T00:00:00Z", "&page=nowhere",
                "&page=edit&noun=plans&code=nm-eep-14", "&page=edit&noun=indicators&code=forest-cover",
                "&page=edit&noun=regions&code=150100", "&page=edit&noun=groups&code=all-leagues",
                "&page=edit&noun=targets&code=nm-eep-14.1", "&page=edit&noun=targets", "&page=edit&noun=indicators",
                "&period=2024&region=150700", "&asOf=2000-01-01T00:00:00Z");
        for (String view : views) {
            visit("?" + (view.contains("lang=") ? "" : "lang=zh-CN") + "&plan=nm-eep-14" + view);
            for (String colours : List.of("light", "dark")) {
                page.evaluate("theme => document.documentElement.dataset.theme = theme", colours);
                List<String> found = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                        .map(DashboardTest::finding).toList();
                assertEquals(List.of(), found, colours + " " + view);
            }
        }
    }

    private static String finding(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    @Test
    void theFirstViewIsLight() {
        List<Integer> bytes = new ArrayList<>();
        // Of the typeface a machine without a Chinese one of its own needs the characters of the pages before it shows any text.
        page.onResponse(answer -> {
            if (!answer.url().endsWith(".ttf") && answer.status() == 200) {
                bytes.add(answer.body().length);
            }
        });
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        int sum = bytes.stream().mapToInt(Integer::intValue).sum();
        assertTrue(sum > 0 && sum < FIRST_VIEW_BYTES, sum + " bytes");
    }

    @Test
    void aPhoneShowsEachIndicatorAsACardWithoutScrollingSideways() {
        context.close();
        open(390, 844, "zh-CN");
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        assertEquals(390, page.evaluate("() => document.documentElement.scrollWidth"));
        assertThat(page.locator(".indicators tbody tr").first()).isVisible();
        page.locator("[name=sort]").selectOption("-indicator");
        assertThat(page).hasURL(Pattern.compile("sort=-indicator"));
        assertThat(page.locator("th[data-name=indicator]")).hasAttribute("aria-sort", "descending");
        assertTrue(page.locator("[name=asOf]").boundingBox().width > WHOLE_INSTANT, "the minutes are cut off");
        assertThat(page.locator("#below ~ div figcaption")).containsText("按行政区划代码排列");
        assertThat(page.getByText("示意排列，不代表行政边界")).isHidden();
    }

    @Test
    void onPaperTheControlsAreLeftOut() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(page.locator(".chooser")).isHidden();
        assertThat(page.locator(".indicators")).isVisible();
        assertThat(page.locator(".take-away summary").first()).isHidden();
    }

    @Test
    void onPaperTheTableOfIndicatorsFitsInBothLanguages() {
        for (String language : List.of("en", "zh-CN")) {
            visit("?lang=" + language + "&plan=nm-eep-14&period=2020");
            page.setViewportSize(A4_BETWEEN_MARGINS, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            int right = ((Number) page.locator(".indicators").evaluate("table => Math.ceil(Math.max(...[table, ...table"
                    + ".querySelectorAll('td, td svg, td .verdict')].map(part => part.getBoundingClientRect().right)))"))
                    .intValue();
            assertTrue(right <= A4_BETWEEN_MARGINS, language + " " + right);
            page.pdf(
                    new Page.PdfOptions().setFormat("A4").setPath(Path.of("target/screenshots/overview-" + language + ".pdf")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        }
    }

    @Test
    void onPaperTheSeriesIsWholeAndDarkInkEvenWhereTheScreenIsDark() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&page=indicator&indicator=air-good-days");
        page.evaluate("document.documentElement.dataset.theme = 'dark'");
        page.setViewportSize(700, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertTrue(page.locator(".chart svg").boundingBox().width <= 700);
        assertEquals("0 0 700 300", page.locator(".chart svg").getAttribute("viewBox"));
        assertEquals("rgb(27, 39, 51)", page.locator(".chart svg text").last().evaluate("text => getComputedStyle(text).fill"));
        page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of("target/screenshots/indicator.pdf")));
    }

    @Test
    void theSeriesIsTakenAwayWholeAndANarrowedTableNarrowed() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&page=indicator&indicator=air-good-days");
        String csv = page.locator("#series ~ .take-away a").filter(new Locator.FilterOptions().setHasText("CSV"))
                .getAttribute("href");
        assertTrue(page.request().get(root + csv.substring(1)).text().lines().count() > 6, csv);
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&attribute=BINDING");
        page.locator("[name=outcome]").selectOption("MET");
        int met = page.locator(".indicators tbody tr").count();
        String narrowed = page.locator("#indicators ~ div .take-away a").filter(new Locator.FilterOptions().setHasText("CSV"))
                .getAttribute("href");
        assertEquals(met + 1, page.request().get(root + narrowed.substring(1)).text().lines().count(), narrowed);
        page.locator("th[data-name=actual] button").press("Enter");
        page.locator("#indicators ~ div .take-away summary").click();
        assertThat(page.getByText("图片为本规划的全部指标。 查找和排序只在本页有效，不带入表格与接口地址。")).isVisible();
        String counted = page.locator(".cards + .take-away a").filter(new Locator.FilterOptions().setHasText("CSV"))
                .getAttribute("href");
        assertEquals(22, page.request().get(root + counted.substring(1)).text().lines().count(), counted);
    }

    @Test
    void whereATargetIsToldInWordsNoEmptyChartIsDrawn() {
        visit("?lang=zh-CN&plan=nm-eep-14&period=2020&page=indicator&indicator=black-odorous-water");
        assertThat(page.locator("#series ~ .notice")).containsText("以文字表述");
        assertThat(page.locator("#series-words")).containsText("全区13个");
        assertThat(page.locator(".chart")).hasCount(0);
    }

    @Test
    void everythingComesFromTheServiceItself() {
        assertEquals(200, page.request().get(root + "_static/echarts/6.0.0/dist/echarts.min.js").status());
        assertTrue(page.request().get(root).headers().get("content-security-policy").contains("default-src 'self'"));
        assertThat(page.request().get(root)).isOK();
        assertEquals("no-cache", page.request().get(root + "app/main.js").headers().get("cache-control"));
        page.navigate(root);
        assertThat(page).hasTitle(Pattern.compile("对标|Duibiao"));
    }
}
