package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.StaffOverHttp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager's day in a browser, with counted clicks. */
@Tag("nightly")
@OnH2
class ManagerDayIT {
  private static final int COMPUTER = 1280;
  private static final int PHONE = 390;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  private final String mark = UUID.randomUUID().toString().substring(0, 6);
  private final String ria = "ria" + mark;
  private final String bob = "bob" + mark;
  private final String domain = "firm" + mark + ".example";
  private HttpCaller baton;
  private Page page;
  private List<String> leads;
  private int clicks;

  @BeforeEach
  void begin_the_day(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    hire(ria, "Ria " + mark);
    hire(bob, "Bob " + mark);
    gives_the_company_to(ria);
    leads = Stream.generate(this::a_lead_comes).limit(3).toList();
    are_with(ria);
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("mona");
  }

  @AfterEach
  void let_them_leave() {
    // or they would take the turns of other tests
    Stream.of(ria, bob).forEach(new StaffOverHttp(baton)::dismiss);
  }

  private void hire(String id, String name) {
    new StaffOverHttp(baton).hire(id, name, "team-" + mark, "a long password");
  }

  private void gives_the_company_to(String rep) {
    Map<String, Object> visit =
        Map.of("type", "page_view", "lead", Map.of("email", "first@" + domain));
    baton.as("marc").post("/api/signals", visit).is(200);
    String account =
        db.sql("select id from account where domain = ?")
            .param(domain)
            .query(String.class)
            .single();
    baton
        .as("mona")
        .send(
            "PUT",
            "/api/accounts/" + account + "/owner",
            HttpCaller.OBJECT,
            "{\"owner\":\"%s\"}".formatted(rep))
        .is(200);
  }

  private String a_lead_comes() {
    Map<String, Object> signal =
        Map.of("type", "demo_requested", "lead", Map.of("email", UUID.randomUUID() + "@" + domain));
    return baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText();
  }

  /** Once their processes ask. */
  private void are_with(String rep) throws Exception {
    for (String lead : leads) {
      JsonNode handoff =
          baton
              .as("mona")
              .await(
                  "/api/leads/" + lead,
                  l ->
                      l.at("/handoff/owner").asText().equals(rep)
                          && l.at("/handoff/deadlines")
                              .findValuesAsText("clock")
                              .contains("review"))
              .at("/handoff");
      assertThat(handoff.at("/state").asText()).isEqualTo("REVIEW");
    }
  }

  private void is_late(String lead) {
    db.sql(
            """
            update deadline set due_at = started_at
            where clock = 'review' and handoff_id = (select id from handoff where lead_id = ?)
            """)
        .param(lead)
        .update();
  }

  private void click(Locator what) {
    what.click();
    clicks++;
  }

  private void choose(Locator list, String option) {
    list.selectOption(option);
    clicks++;
  }

  private void open(String summary) {
    click(page.locator("summary", new Page.LocatorOptions().setHasText(summary)));
  }

  private Locator owed() {
    return page.locator("#overdue");
  }

  @Test
  void who_is_late_now_and_why_is_one_click_away() {
    is_late(leads.get(0));
    page.reload();
    Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Ria " + mark));
    assertThat(row.locator("td").first()).containsText("1");
    browser.look("manager-home");

    click(browser.link("Ria " + mark));

    assertThat(owed()).containsText("All that Ria " + mark + " owes");
    assertThat(owed().locator("li")).hasCount(3);
    assertThat(owed().locator("li").first()).containsText("never opened");
    assertThat(clicks).isEqualTo(1);
    browser.look("manager-late");
  }

  @Test
  void this_week_stands_beside_the_last_one_after_three_clicks() {
    click(browser.link("SLA"));
    choose(page.getByLabel("When"), "week");
    click(browser.button("Show"));

    assertThat(page.locator("main")).containsText("last week by now");
    assertThat(page.locator("main")).containsText("target 90 %");
    assertThat(clicks).isEqualTo(3);
    browser.look("manager-week");
  }

  @Test
  void all_leads_of_one_rep_go_to_another_in_four_clicks() throws Exception {
    click(browser.link("Ria " + mark));
    click(page.getByLabel("All 3"));
    choose(page.getByLabel("Give to", new Page.GetByLabelOptions().setExact(true)), bob);
    page.getByLabel("Why?").fill("Too much on one desk");
    click(browser.button("Give 3 leads"));

    browser.told("3 leads have new owners, who are told.");
    are_with(bob);
    assertThat(clicks).isEqualTo(4);
  }

  @Test
  void one_late_lead_goes_to_another_from_its_row() {
    is_late(leads.get(0));
    page.navigate("/sla?owner=" + ria);
    click(owed().locator("[data-give]").first());
    assertThat(page.getByLabel("Give to", new Page.GetByLabelOptions().setExact(true))).isFocused();
    click(browser.button("Give 1 lead"));
    assertThat(page.getByLabel("Why?")).hasAttribute("aria-invalid", "true");

    choose(page.getByLabel("Give to", new Page.GetByLabelOptions().setExact(true)), bob);
    page.getByLabel("Why?").fill("She is ill");
    page.keyboard().press("Enter");

    browser.told("1 lead has a new owner, who is told.");
    assertThat(owed().locator("li")).hasCount(2);
  }

  @Test
  void an_absence_hands_over_in_five_clicks_and_its_end_brings_back_in_one() throws Exception {
    click(browser.link("Reps"));
    click(browser.link("Ria " + mark));
    open("Add an absence");
    Locator to = page.getByLabel("Hand over 3 open leads? To whom?");
    assertThat(to).isVisible();
    browser.look("manager-absence");
    choose(to, bob);
    click(browser.button("Save the absence"));

    browser.told("The absence is saved.");
    assertThat(page.locator(".absences")).containsText("open leads: Bob " + mark);
    assertThat(clicks).isEqualTo(5);
    are_with(bob);

    clicks = 0;
    click(browser.button("End it now"));
    browser.told("The absence has ended.");
    assertThat(clicks).isEqualTo(1);
    are_with(ria);
  }

  @Test
  void the_same_pages_are_whole_on_a_phone_in_the_dark() {
    is_late(leads.get(0));
    page = browser.open(PHONE, ColorScheme.DARK);
    browser.logIn("mona");
    browser.look("manager-home");
    page.navigate("/sla?range=week&owner=" + ria);
    browser.look("manager-late");
    page.navigate("/reps/" + ria);
    open("Add an absence");
    browser.look("manager-absence");
  }
}
