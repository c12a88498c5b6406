package dev.baton;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reps in Tasklist and managers in Cockpit, in a browser. In CI there must be one. */
@OnH2
class WebappsIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static Playwright playwright;
  private static Browser browser;

  private Client baton;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void open_a_browser() {
    if (!Files.isExecutable(CHROMIUM)) {
      String missing = "No Chromium at " + CHROMIUM;
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(missing);
      }
      abort(missing);
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void close_it() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void sit_down(@LocalServerPort int port) {
    baton = Client.at(port);
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(1440, 900));
    page = context.newPage();
    page.setDefaultTimeout(20_000);
    com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterEach
  void get_up() {
    context.close();
  }

  @Test
  void a_rep_logs_in_once_and_takes_a_lead_to_an_opportunity_in_tasklist() throws Exception {
    Given lead = Given.aLeadOf("rita", baton);
    log_in("rita");
    open_tasklist();
    assertThat(page.locator(".task-filters .active .name, .task-filter.active .name"))
        .containsText("My leads");

    open(lead, "Review lead");
    FrameLocator why = page.frameLocator("iframe.baton-card");
    assertThat(why.getByText("Requested a demo").first()).isVisible();
    assertThat(why.getByText(lead.company()).first()).isVisible();
    page.getByText("Accept: I take it on").click();
    complete();

    open(lead, "Qualify lead");
    page.getByLabel("Need", new Page.GetByLabelOptions().setExact(true)).check();
    page.locator("[id$='-needEvidence']").fill("Their leads wait for days");
    page.getByText("Qualify: I pursue it").click();
    complete();

    open(lead, "Make first touch");
    choose("kind", "Call");
    choose("outcome", "We talked");
    complete();

    open(lead, "Open opportunity");
    page.locator("[id$='-value']").fill("12500.50");
    page.locator("[id$='-stage']").fill("proposal");
    page.locator("[id$='-nextStep']").fill("Send the offer");
    complete();

    baton
        .as("mona")
        .await("/api/leads/" + lead.lead(), l -> l.at("/stage").asText().equals("OPPORTUNITY"));
  }

  @Test
  void a_no_without_a_reason_is_explained_above_the_button_and_can_be_mended() throws Exception {
    Given lead = Given.aLeadOf("rita", baton);
    log_in("rita");
    open_tasklist();
    open(lead, "Review lead");

    page.getByText("Reject: it goes back to marketing").click();
    complete();
    assertThat(page.locator(".baton-refusal")).hasText("Why not: please choose");
    assertThat(page.locator(".baton-refusal")).isInViewport();
    assertThat(page.locator(".form-actions .btn-primary")).isEnabled();

    choose("reason", "Not our kind of customer");
    complete();
    lead.awaitState("CLOSED", baton);
  }

  @Test
  void my_leads_are_mine_alone() throws Exception {
    Given lead = Given.aLeadOf("rita", baton);
    log_in("ben");
    open_tasklist();
    Given own = Given.aLeadOf("ben", baton);

    assertThat(page.locator("li.task", has(own))).isVisible();
    assertThat(page.locator("li.task", has(lead))).hasCount(0);
  }

  @Test
  void a_manager_sees_in_cockpit_how_today_stands_and_finds_a_handoff() throws Exception {
    Given lead = Given.aLeadOf("rita", baton);
    log_in("mona");
    page.navigate("/camunda/app/cockpit/default/");
    Locator tile = page.locator(".baton-today");
    assertThat(tile).containsText("Kept today");
    String overdue =
        baton
            .as("mona")
            .get("/camunda/api/cockpit/plugin/baton/default/today")
            .at("/overdue")
            .asText();
    assertThat(tile.locator(".figure").nth(1)).hasText(overdue);

    String definition =
        baton.as("mona").get("/engine-rest/process-definition/key/lead-handoff").at("/id").asText();
    for (String search :
        List.of(
            "[{\"type\":\"PIbusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(lead.handoff()),
            "[{\"type\":\"PIvariables\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"leadId\"}]"
                .formatted(lead.lead()))) {
      page.navigate("/");
      page.navigate(
          "/camunda/app/cockpit/default/#/process-definition/%s/runtime?searchQuery=%s"
              .formatted(
                  definition,
                  java.net.URLEncoder.encode(search, java.nio.charset.StandardCharsets.UTF_8)));
      assertThat(page.getByText(lead.handoff()).first()).isVisible();
    }
  }

  @Test
  void who_logs_out_of_tasklist_is_logged_out_of_the_pages() {
    log_in("rita");
    open_tasklist();
    page.locator(".account > a").click();
    page.locator(".account .logout a").click();

    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    assertThat(page.getByLabel("User name")).isVisible();
    page.navigate("/");
    assertThat(page).hasURL(Pattern.compile(".*/login$"));
  }

  private void log_in(String user) {
    page.navigate("/login");
    page.getByLabel("User name").fill(user);
    page.getByLabel("Password").fill(Team.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(page).hasURL(Pattern.compile(".*/$"));
  }

  private void open_tasklist() {
    page.navigate("/camunda/app/tasklist/default/");
    assertThat(page.locator(".app-menu .account")).isVisible();
  }

  /** The lists refresh themselves, so the next task comes without a reload. */
  private void open(Given lead, String task) {
    Locator line = page.locator("li.task", has(lead));
    assertThat(line.locator("h4.task")).hasText(task);
    line.locator("h4.task a").click();
    assertThat(page.locator(".task-card h2.task")).hasText(task);
    assertThat(page.locator(".fjs-form")).isVisible();
  }

  private static Page.LocatorOptions has(Given lead) {
    return new Page.LocatorOptions().setHasText(lead.company());
  }

  private void choose(String field, String label) {
    page.locator("[id$='-%s-display']".formatted(field)).click();
    page.locator(".fjs-dropdownlist-item").getByText(label).click();
  }

  private void complete() {
    page.locator(".form-actions .btn-primary").click();
  }
}
