package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.StaffOverHttp;
import dev.baton.sql.Sql;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** A manager keeps reps, teams and calendars in a browser. */
@Tag("nightly")
@OnH2
class RepsIT {
  private static final int COMPUTER = 1280;
  private static final String PASSWORD = "a long password";

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  private final String mark = UUID.randomUUID().toString().substring(0, 6);
  private final List<String> hired = new ArrayList<>();
  private HttpCaller baton;
  private Page page;

  @BeforeEach
  void meet(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
  }

  @AfterEach
  void let_them_leave() {
    // or they would take the turns of other tests
    hired.forEach(new StaffOverHttp(baton)::dismiss);
  }

  private void open(String summary) {
    page.locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
  }

  private Locator presence() {
    return page.locator(".lead-head .presence");
  }

  /** In a team of their own, so that nobody else takes the turns of these reps. */
  private void hire(String id, String name) {
    new StaffOverHttp(baton).hire(id, name, team(), PASSWORD);
    hired.add(id);
  }

  private String team() {
    return "team-" + mark;
  }

  /** From now on this rep looks after the company from which the leads of this test come. */
  private void gives_the_company_to(String rep) {
    Map<String, Object> visit = Map.of("type", "page_view", "lead", Map.of("email", address()));
    baton.as("marc").post("/api/signals", visit).is(200);
    String account =
        db.sql("select id from account where domain = :domain")
            .param("domain", domain())
            .query(String.class)
            .single();
    String owner = "{\"owner\":\"%s\"}".formatted(rep);
    String path = "/api/accounts/" + account + "/owner";
    baton.as("mona").send("PUT", path, HttpCaller.OBJECT, owner).is(200);
  }

  private String domain() {
    return "firm" + mark + ".example";
  }

  private String address() {
    return UUID.randomUUID() + "@" + domain();
  }

  private String a_lead_comes() {
    Map<String, Object> signal =
        Map.of("type", "demo_requested", "lead", Map.of("email", address()));
    return baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText();
  }

  private JsonNode handoff_of(String lead, String owner) throws Exception {
    return baton
        .as("mona")
        .await("/api/leads/" + lead, l -> l.at("/handoff/owner").asText().equals(owner))
        .at("/handoff");
  }

  @Test
  void a_manager_hires_a_rep_sees_them_come_and_go_and_lets_them_leave() throws Exception {
    String id = "una" + mark;
    String vera = "vera" + mark;
    hire(vera, "Vera " + mark);
    browser.logIn("mona");
    browser.link("Reps").click();
    assertThat(page).hasTitle("Reps · Baton");

    open("Add a rep");
    browser.button("Add the rep").click();
    assertThat(page.getByLabel("User name")).hasAttribute("aria-invalid", "true");
    page.getByLabel("User name").fill(id);
    browser.button("Add the rep").click();
    assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
        .hasAccessibleDescription("Say the person's name.");
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Una " + mark);
    page.getByLabel("E-mail").fill(id + "@baton.example");
    page.getByLabel("First password").fill(PASSWORD);
    page.getByLabel("Team", new Page.GetByLabelOptions().setExact(true)).selectOption(team());
    page.getByLabel("Skills").fill("de, payments");
    page.getByLabel("Works").selectOption("in working hours");
    page.getByLabel("Mon").fill("9 to 5");
    browser.button("Add the rep").click();
    assertThat(page.getByLabel("Mon")).hasAttribute("aria-invalid", "true");
    page.getByLabel("Works").selectOption("round the clock");
    browser.button("Add the rep").click();
    browser.told("The rep is saved and takes leads from now on.");

    browser.link("Una " + mark).click();
    assertThat(presence()).hasText("on shift");

    // off on this very day, whichever it is
    page.getByLabel("Works").selectOption("in working hours");
    String tomorrow =
        ZonedDateTime.now(ZoneOffset.UTC).plusDays(1).format(DateTimeFormatter.ofPattern("EEE"));
    page.getByLabel(tomorrow).fill("09:00-12:30, 13:30-18:00");
    terms().getByRole(AriaRole.BUTTON).click();
    browser.told("The rep is saved.");
    assertThat(presence()).hasText("off shift until tomorrow, 09:00");
    page.getByLabel("Works").selectOption("round the clock");
    page.getByLabel("Leads a day").fill("lots");
    terms().getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByLabel("Leads a day"))
        .hasAccessibleDescription("A whole number from 0 to 10000.");
    page.getByLabel("Leads a day").fill("7");
    terms().getByRole(AriaRole.BUTTON).click();
    browser.told("The rep is saved.");

    gives_the_company_to(id);
    String before = a_lead_comes();
    handoff_of(before, id);

    open("Add an absence");
    page.getByLabel("Note").fill("At the dentist");
    browser.button("Save the absence").click();
    browser.told("The absence is saved.");
    assertThat(presence()).hasText("away until they are back");
    assertThat(page.locator(".absences")).containsText("At the dentist");
    String meanwhile = a_lead_comes();
    String routing = "/api/handoffs/" + handoff_of(meanwhile, vera).at("/id").asText() + "/routing";
    assertThat(baton.as("mona").get(routing).is(200).at("/items/0/text").asText())
        .startsWith("Una %s, who owns this account, was skipped: away".formatted(mark));
    browser.button("Resume Una " + mark).click();
    browser.told("Welcome back: new leads come again.");
    assertThat(presence()).hasText("on shift");

    String after = a_lead_comes();
    handoff_of(after, id);
    page.reload();
    open("Deactivate");
    assertThat(page.locator("details[open]"))
        .containsText("2 open leads will be handed over to others at once");
    browser.button("Deactivate Una " + mark).click();
    browser.told("Deactivated: no more leads, no login.");
    assertThat(presence()).hasText("not active any more");
    baton.as(id, PASSWORD).get("/api/leads").is(401);
    handoff_of(before, vera);
    handoff_of(after, vera);
    page.navigate("/reps");
    open("Not active any more");
    assertThat(browser.link("Una " + mark)).isVisible();
  }

  @Test
  void a_rep_says_that_they_are_away_and_back_with_the_keyboard_alone() {
    String id = "kim" + mark;
    hire(id, "Kim " + mark);
    browser.logIn(id, PASSWORD);
    Locator here = page.locator("main .presence");
    assertThat(here).hasText("You are on shift");

    page.locator("summary").first().focus();
    page.keyboard().press("Enter");
    tab_to(page.getByLabel("Note"));
    page.keyboard().type("At the dentist");
    page.keyboard().press("Enter");
    browser.told("The absence is saved.");
    assertThat(here).hasText("You are away until you say that you are back");

    tab_to(browser.button("I’m back"));
    page.keyboard().press("Enter");
    browser.told("Welcome back: new leads come again.");
    assertThat(here).hasText("You are on shift");
  }

  private void tab_to(Locator wanted) {
    for (int i = 0;
        i < 25 && !(boolean) wanted.evaluate("e => e === document.activeElement");
        i++) {
      page.keyboard().press("Tab");
    }
    assertThat(wanted).isFocused();
  }

  @Test
  void an_absence_to_come_is_read_on_the_readers_own_clock_and_taken_back() throws Exception {
    String id = "lea" + mark;
    hire(id, "Lea " + mark);
    baton
        .as("mona")
        .send("PUT", "/api/people/" + id, HttpCaller.OBJECT, "{\"zone\":\"America/New_York\"}")
        .is(200);
    browser.logIn(id, PASSWORD);
    open("I’m away");
    page.locator("#away-from").fill("2031-07-04T09:00");
    page.locator("#away-to").fill("2031-07-03T09:00");
    browser.button("Save the absence").click();
    assertThat(page.locator("#away-to")).hasAccessibleDescription("Not after its beginning.");
    page.locator("#away-to").fill("2031-12-24T09:00");
    browser.button("Save the absence").click();
    browser.told("The absence is saved.");
    assertThat(page.locator(".absences"))
        .containsText("Will be away from Fri 4 Jul 2031, 09:00 until Wed 24 Dec 2031, 09:00");
    assertThat(page.locator("main .presence")).hasText("You are on shift");
    assertThat(
            db.sql("select from_at from absence where person = ?")
                .param(id)
                .query((row, n) -> Sql.instant(row, "from_at"))
                .single())
        .as("summer time there")
        .isEqualTo("2031-07-04T13:00:00Z");

    browser.button("Take it back").click();
    browser.told("The absence is taken back.");
    assertThat(page.locator(".absences")).hasCount(0);
  }

  @Test
  void a_manager_sees_what_a_holiday_country_brings_and_closes_a_day() {
    browser.logIn("mona");
    page.navigate("/reps");
    browser.link("Teams and calendars").click();
    open("Add a calendar");
    Locator form = page.locator("form", new Page.LocatorOptions().setHasText("Add the calendar"));
    form.getByLabel("Name").fill("bavaria-" + mark);
    form.getByLabel("Public holidays of").fill("atlantis");
    browser.button("Add the calendar").click();
    assertThat(form.getByLabel("Public holidays of")).hasAttribute("aria-invalid", "true");
    form.getByLabel("Public holidays of").fill("de-by");
    form.getByLabel("Time zone").fill("Europe/Berlin");
    browser.button("Add the calendar").click();
    browser.told("The calendar is saved. Look over its next days off.");

    Locator bavaria =
        page.locator("section", new Page.LocatorOptions().setHasText("Calendar bavaria-" + mark));
    assertThat(bavaria.locator("ol.dates li")).hasCount(10);
    assertThat(bavaria.locator("ol.dates")).containsText("Epiphany");
    bavaria.getByText("Close a day").click();
    bavaria.getByRole(AriaRole.BUTTON).filter(text("Close the day")).click();
    assertThat(bavaria.getByLabel("Day", new Locator.GetByLabelOptions().setExact(true)))
        .hasAccessibleDescription("Choose a day.");
    bavaria.getByLabel("Day", new Locator.GetByLabelOptions().setExact(true)).fill("2031-02-25");
    bavaria.getByLabel("From").fill("13:00");
    bavaria.getByLabel("Why").fill("Shrove Tuesday");
    bavaria.getByRole(AriaRole.BUTTON).filter(text("Close the day")).click();
    browser.told("The day is closed.");
    assertThat(bavaria.locator("ul.dates"))
        .containsText("Tue 25 Feb 2031 from 13:00 on Shrove Tuesday");
    bavaria.getByRole(AriaRole.BUTTON).filter(text("Open again")).click();
    browser.told("The day is a working day again.");
    assertThat(bavaria.locator("ul.dates li")).hasCount(0);

    open("Add a team");
    Locator team = page.locator("form", new Page.LocatorOptions().setHasText("Add the team"));
    team.getByLabel("Short name").fill("managers");
    team.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("South");
    browser.button("Add the team").click();
    assertThat(team.getByLabel("Short name"))
        .hasAccessibleDescription(
            "'managers' is a group with rights of its own; choose another name.");
    team.getByLabel("Short name").fill("south-" + mark);
    team.getByLabel("Holidays").selectOption("bavaria-" + mark);
    browser.button("Add the team").click();
    browser.told("The team is saved.");
    assertThat(page.locator("summary").filter(text("South")).filter(text("bavaria-" + mark)))
        .hasCount(1);
  }

  @Test
  void a_manager_moves_a_deadline_that_would_be_different_today() throws Exception {
    HandedLead lead = HandedLead.of(baton, db, "Pia");
    db.sql(
            """
            update deadline set due_at = due_at + interval '1' day
            where handoff_id = ? and clock = 'review'
            """)
        .param(lead.handoff())
        .update();
    browser.logIn("mona");
    page.navigate("/teams");
    Locator changed =
        page.locator("section", new Page.LocatorOptions().setHasText("Move the chosen ones"));
    assertThat(changed).containsText(lead.name());
    browser.button("Move the chosen ones").click();
    assertThat(page.getByLabel("Why do they move?")).hasAttribute("aria-invalid", "true");
    browser.look("teams-changed");
    page.getByLabel("Why do they move?").fill("Four hours are four hours");
    browser.button("Move the chosen ones").click();
    browser.told("The chosen deadlines are moved.");

    assertThat(page.locator("main")).not().containsText(lead.name());
    page.navigate(lead.path());
    assertThat(page.locator("main")).containsText("Four hours are four hours");
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
  void every_page_fits_and_is_accessible(int width, ColorScheme scheme) throws Exception {
    String id = "zoe" + mark;
    hire(id, "Zoe Zimmermann-" + mark);
    baton
        .as("mona")
        .post(
            "/api/people/" + id + "/absences",
            Map.of("to", "2031-01-02T09:00:00Z", "note", "Parental leave"))
        .is(200);
    String max = "max" + mark;
    hire(max, "Max Moor");
    baton.as("mona").send("PUT", "/api/people/" + max, HttpCaller.OBJECT, TERMS).is(200);
    baton
        .as("mona")
        .send(
            "PUT",
            "/api/calendars/germany",
            HttpCaller.OBJECT,
            "{\"country\":\"de\",\"hours\":{\"mon\":[\"09:00-17:00\"]}}")
        .is(200);
    page = browser.open(width, scheme);
    browser.logIn(id, PASSWORD);
    browser.look("rep-away");
    page = browser.open(width, scheme);
    browser.logIn("mona");
    for (String path : List.of("/reps", "/reps/" + id, "/reps/" + max, "/teams")) {
      page.navigate(path);
      String name = "mona" + path.replace(mark, "").replace('/', '-');
      browser.look(name);
      page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      browser.look(name + "-open");
    }
  }

  private Locator terms() {
    return page.getByLabel("Settings", new Page.GetByLabelOptions().setExact(true));
  }

  private static final String TERMS =
      """
      {"skills": ["de", "payments"], "weight": 2, "dailyCap": 500, "openCap": 900,
       "zone": "Europe/Berlin", "hours": {"mon": ["09:00-12:30", "13:30-18:00"]}}
      """;

  @Test
  void a_rep_says_how_they_like_to_be_told_with_the_keyboard_alone() throws Exception {
    String id = "una" + mark;
    hire(id, "Una " + mark);
    browser.logIn(id, PASSWORD);
    browser.link("Una " + mark).focus();
    page.keyboard().press("Enter");
    assertThat(page).hasTitle("Notification settings · Baton");

    page.getByLabel("Teams").focus();
    page.keyboard().press("Space");
    page.getByLabel("Reminders and news of leads").focus();
    page.keyboard().type("once a day, at 8");
    page.keyboard().press("Enter");
    saveHowToBeTold().focus();
    page.keyboard().press("Enter");
    browser.told("Saved: it counts from the next message on.");
    assertThat(page.getByLabel("Teams")).not().isChecked();
    assertThat(page.getByLabel("Slack")).isChecked();
    assertThat(page.getByLabel("Reminders and news of leads")).hasValue("8");

    page.getByLabel("Slack").uncheck();
    page.getByLabel("E-mail").uncheck();
    saveHowToBeTold().click();
    assertThat(page.locator(".wrong")).containsText("At least one stays on");
  }

  /** The calendar below has a button of its own. */
  private Locator saveHowToBeTold() {
    return page.getByLabel("How Baton tells me").getByRole(AriaRole.BUTTON);
  }

  @ParameterizedTest
  @CsvSource("375, DARK")
  void an_undelivered_message_is_seen_and_sent_again(int width, ColorScheme scheme)
      throws Exception {
    sendAgain(width, scheme);
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT"})
  void an_undelivered_message_is_seen_and_sent_again_in_the_other_colours(
      int width, ColorScheme scheme) throws Exception {
    sendAgain(width, scheme);
  }

  private void sendAgain(int width, ColorScheme scheme) throws Exception {
    String id = "una" + mark;
    hire(id, "Una " + mark);
    gives_the_company_to(id);
    String lead = a_lead_comes();
    handoff_of(lead, id);
    baton
        .as("mona")
        .send(
            "PUT",
            "/api/alerts/addresses/" + id + "/email",
            HttpCaller.OBJECT,
            "{\"why\":\"550 no such mailbox\"}")
        .is(204);
    db.sql(
            """
            update notice set state = 'failed', error = 'Slack answered with status 500'
            where lead_id = ? and channel = 'slack' and kind = 'assigned'
            """)
        .param(lead)
        .update();
    page = browser.open(width, scheme);
    browser.logIn("mona");

    Locator nowhere = page.locator("#failed").locator("..");
    assertThat(nowhere).containsText("Slack answered with status 500");
    assertThat(nowhere).containsText("E-mail doesn’t reach Una " + mark);
    browser.look("home-failed");
    page.navigate("/reps/" + id);
    assertThat(page.locator("main")).containsText("E-mail doesn’t reach them.");
    browser.look("rep-messages");
    page.navigate("/preferences");
    browser.look("preferences");

    page.navigate("/");
    page.locator("form[data-to$='/retry'] button").first().click();
    browser.told("Sending again now.");
    browser.button("It works again: E-mail reaches Una " + mark).click();
    browser.told("The next message goes there again.");
    assertThat(page.locator("main")).not().containsText("E-mail doesn’t reach Una " + mark);
  }
}
