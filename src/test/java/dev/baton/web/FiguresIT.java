package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about figures in a browser. Looks for Chromium; in CI it must be there. */
@Tag("nightly")
@OnH2
class FiguresIT {
  private static final int PHONE = 390;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  private HttpCaller baton;
  private HandedLead lead;
  private Page page;

  @BeforeEach
  void hand_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    lead = HandedLead.of(baton, db, "Ada");
  }

  @AfterEach
  void nothing_is_late() {
    // what is late would push other tests' leads off a short list
    db.sql("update deadline set due_at = ? where handoff_id = ?")
        .params(Sql.timestamp(Instant.now().plusSeconds(9_000)), lead.handoff())
        .update();
  }

  /** What the lead owes is at risk now. */
  private void is_at_risk(String state) {
    Instant now = Instant.now();
    for (String table : List.of("deadline", "sla_entry")) {
      db.sql(
              "update %s set warn_at = ?, due_at = ? where handoff_id = ? and clock = 'review'"
                  .formatted(table))
          .params(
              Sql.timestamp(now.minusSeconds(state.equals("at risk") ? 60 : 9_000)),
              Sql.timestamp(now.plusSeconds(state.equals("at risk") ? 3_600 : -60)),
              lead.handoff())
          .update();
    }
    db.sql("update sla_entry set owner = 'rita' where handoff_id = ?")
        .param(lead.handoff())
        .update();
  }

  @Test
  void a_chart_draws_what_its_table_says_and_follows_the_colours() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("mona");
    page.navigate("/funnel?range=30&by=source&basis=period");
    Locator chart = page.locator("canvas[data-chart]");
    assertThat(chart).hasCount(1);
    String drawn =
        "c => { const d = Chart.getChart(c).data.datasets; return d[0].data.at(-1) + ' ' +"
            + " d[0].borderColor }";
    String light = (String) chart.evaluate(drawn);
    page.getByText("As a table").click();
    String last = page.locator("details tbody tr").last().locator("td").first().innerText();
    assertThat(light).startsWith(last + " ");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat((String) chart.evaluate(drawn)).startsWith(last + " ").isNotEqualTo(light);
  }

  @Test
  void from_a_figure_to_the_lead_and_back_with_the_keyboard_alone() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("mona");
    page.navigate("/funnel?by=source&basis=period");
    page.locator(".ladder a").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("MQL");
    page.locator("a.who", new Page.LocatorOptions().setHasText(lead.name())).focus();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(browser.root() + lead.path());
    page.goBack();
    page.locator(".up a").click();
    assertThat(page).hasURL(browser.root() + "/funnel?by=source&basis=period&range=30");
  }

  @Test
  void a_date_makes_the_range_ones_own() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("mona");
    page.navigate("/funnel");
    page.getByLabel("From").fill("2026-01-01");
    page.getByLabel("From").blur();
    assertThat(page.locator("[name=range]")).hasValue("own");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
    assertThat(page).hasURL(Pattern.compile(".*from=2026-01-01.*"));
    assertThat(page.getByLabel("From")).hasValue("2026-01-01");
    page.locator("[name=range]").selectOption("90");
    assertThat(page.getByLabel("From")).hasValue("");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
    assertThat(page.locator("[name=range]")).hasValue("90");
  }

  @Test
  void the_list_of_what_is_at_risk_refreshes_itself_until_it_is_paused() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("rita");
    page.clock().install();
    page.navigate("/sla");
    Locator list = page.locator("#at-risk-list");
    assertThat(list).not().containsText(lead.name());
    is_at_risk("at risk");
    page.clock().runFor(31_000);
    assertThat(list).containsText(lead.name());
    assertThat(page.locator("#at-risk-told")).containsText("at risk, looked up every 30 seconds");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")).click();
    assertThat(page.locator("#at-risk-told")).containsText("The list is paused.");
    is_at_risk("late");
    page.clock().runFor(120_000);
    assertThat(list).containsText(lead.name());
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause")).click();
    assertThat(list).not().containsText(lead.name());
  }

  @Test
  void a_session_that_has_ended_is_told_beside_the_list() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("rita");
    page.clock().install();
    page.navigate("/sla");
    browser.session().clearCookies();
    page.clock().runFor(31_000);
    assertThat(page.locator("#at-risk-told"))
        .hasText("Your login has ended. Reload the page to log in again.");
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
  void every_page_fits_and_is_accessible(int width, ColorScheme scheme) throws Exception {
    baton
        .as("rita")
        .post(
            "/api/handoffs/" + HandedLead.of(baton, db, "Bea").handoff() + "/review",
            Map.of("decision", "reject", "reason", "low_intent"))
        .is(200);
    is_at_risk("late");
    String account =
        db.sql("select account_id from lead where id = ?")
            .param(lead.id())
            .query(String.class)
            .single();
    page = browser.open(width, scheme);
    browser.logIn("mona");
    for (String path :
        List.of(
            "/funnel?by=source",
            "/funnel/leads?stage=mql",
            "/funnel/rejections",
            "/funnel/rejections/leads",
            "/funnel/signals",
            "/know?by=campaign",
            "/sla?by=rep",
            "/sla?by=hour",
            "/sla/deadlines",
            "/accounts/" + account,
            lead.path())) {
      page.navigate(path);
      page.evaluate("document.querySelectorAll('main details').forEach((d) => { d.open = true; })");
      String name = path.replace(lead.id(), "lead").replace(account, "one");
      browser.look("figures" + name.replaceAll("[/?=]", "-"));
    }
    if (width == PHONE) {
      page.navigate("/sla");
      assertThat(page).hasTitle(Pattern.compile("SLA.*"));
    }
  }
}
