package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.TestStaff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rep's day in a browser. Looks for Chromium; in CI it must be there. */
@OnH2
class PagesIT {
  private static final int PHONE = 375;
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
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
  }

  private void stage(String stage) {
    assertThat(page.locator(".steps [aria-current=step]")).hasText(stage);
  }

  @Test
  void a_rep_logs_in_once_and_takes_a_lead_to_an_opportunity() {
    browser.logIn("rita");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(lead.name())).click();
    assertThat(page.locator("section[aria-labelledby=why] .reasons")).containsText("+30");
    assertThat(page.locator(".card-facts")).containsText("We lose leads <b>every</b> week.");
    stage("MQL");

    browser.button("Accept the lead").click();
    browser.told("Your answer is saved.");
    stage("SAL");

    page.getByLabel("They have a problem that we solve").check();
    page.getByLabel("How do you know?").first().fill("Said so on the phone");
    browser.button("Qualify the lead").click();
    browser.told("Your answer is saved.");
    stage("SQL");

    page.getByLabel("How did you reach out?").selectOption("Call");
    page.getByLabel("What came of it?").selectOption("We spoke");
    browser.button("Log the first touch").click();
    browser.told("Your touch is logged.");

    page.getByLabel("Value").fill("12500");
    page.getByLabel("Deal stage").fill("proposal");
    page.getByLabel("Next step").fill("Send the offer");
    browser.button("Open the opportunity").click();
    browser.told("The opportunity is open.");
    stage("Opportunity");
    assertThat(page.locator("main")).containsText("12,500.00 EUR");
    assertThat(page.locator(".clocks .met")).hasCount(5);

    page.navigate("/");
    assertThat(page.locator(".funnel")).containsText(Pattern.compile("Opportunity\\s*[1-9]"));
    page.navigate("/camunda/app/tasklist/default/");
    assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/.*"));
    browser.forgetComplaints(); // Camunda's own pages have their own noise
  }

  @Test
  void an_answer_that_is_given_before_the_page_is_complete_is_saved_once_it_is() {
    browser.logIn("rita");
    List<Route> held = new ArrayList<>();
    page.route("**/assets/answer.js", held::add);
    page.navigate(lead.path(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    browser.button("Accept the lead").click();
    page.waitForCondition(() -> !held.isEmpty());
    page.unroute("**/assets/answer.js");
    held.get(0).resume();
    browser.told("Your answer is saved.");
    stage("SAL");
  }

  @Test
  void a_bad_answer_is_explained_at_its_field() {
    browser.logIn("rita");
    page.navigate(lead.path());
    page.getByText("Reject…").click();
    browser.button("Reject the lead").click();
    Locator reason = page.locator("#reject-reason");
    assertThat(reason).hasAttribute("aria-invalid", "true");
    assertThat(reason).isFocused();
    assertThat(reason).hasAccessibleDescription("Please choose one of the list.");
    assertThat(page.locator("#reject-duplicateOf")).isHidden();
    reason.selectOption("Already in work");
    assertThat(page.locator("#reject-duplicateOf")).isVisible();
    reason.selectOption("No real interest yet");
    page.locator("#answer-note").fill("Was only curious");
    browser.button("Reject the lead").click();
    browser.told("Your answer is saved.");
    assertThat(page.locator("main")).containsText("Back with marketing");
    assertThat(page.locator("form.answer")).hasCount(0);
  }

  @Test
  void a_wrong_amount_is_explained_too() {
    String handoff = "/api/handoffs/" + lead.handoff();
    HttpCaller rita = baton.as("rita");
    rita.post(handoff + "/review", Map.of("decision", "accept")).is(200);
    rita.post(
            handoff + "/qualification",
            Map.of(
                "framework",
                "bant",
                "decision",
                "qualify",
                "criteria",
                Map.of("need", Map.of("met", true))))
        .is(200);
    rita.post(handoff + "/touch", Map.of("kind", "call")).is(200);
    browser.logIn("rita");
    page.navigate(lead.path());
    page.getByLabel("Value").fill("a lot");
    browser.button("Open the opportunity").click();
    assertThat(page.getByLabel("Value"))
        .hasAccessibleDescription("Not an amount, such as 12500 or 12500.50.");
    assertThat(page.getByLabel("Next step")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void a_clock_stands_still_and_goes_on() {
    baton
        .as("rita")
        .post("/api/handoffs/" + lead.handoff() + "/review", Map.of("decision", "accept"))
        .is(200);
    browser.logIn("rita");
    page.navigate(lead.path());
    page.getByText("Pause the clock…").click();
    page.getByLabel("What does it wait for?")
        .selectOption("An answer of the lead, whom I tried to reach");
    browser.button("Pause the clock").click();
    assertThat(page.locator("#pause-reason"))
        .hasAccessibleDescription("Log how you tried to reach the lead first, then wait for them.");
    page.getByLabel("What does it wait for?").selectOption("The lead is not available");
    browser.button("Pause the clock").click();
    browser.told("The clock is paused.");
    assertThat(page.locator("#answer")).containsText("the lead is not available");
    browser.look("paused");

    browser.button("Resume now").click();
    browser.told("The clock runs again.");
    assertThat(page.locator("main")).containsText("Qualification: paused. Due");
  }

  @Test
  void a_lead_that_nobody_owns_is_taken() {
    db.sql("update handoff set owner = null, team = 'default' where id = ?")
        .param(lead.handoff())
        .update();
    String task =
        baton
            .as("admin")
            .get("/engine-rest/task?maxResults=1&processInstanceBusinessKey=" + lead.handoff())
            .at("/0/id")
            .asText();
    baton.as("admin").post("/engine-rest/task/" + task + "/unclaim", "").is(204);
    browser.logIn("ben");
    page.navigate(lead.path());
    browser.button("Take this lead").click();
    browser.told("The lead is yours.");
    assertThat(page.locator("main")).containsText("Took the lead");
  }

  @Test
  void whoever_comes_second_is_told_who_was_first() {
    browser.logIn("rita");
    page.navigate(lead.path());
    baton
        .as("mona")
        .post("/api/handoffs/" + lead.handoff() + "/review", Map.of("decision", "accept"))
        .is(200);
    browser.button("Accept the lead").click();
    assertThat(page.locator("form.answer [role=alert]").first())
        .containsText("mona has answered already");
    stage("SAL");
  }

  @Test
  void a_lead_is_accepted_with_the_keyboard_alone() {
    page.navigate(lead.path());
    assertThat(page.getByLabel("User name")).isFocused();
    page.keyboard().type("rita");
    page.keyboard().press("Tab");
    page.keyboard().type(TestStaff.PASSWORD);
    page.keyboard().press("Enter");
    assertThat(page).hasURL(browser.root() + lead.path());
    page.waitForLoadState();
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    Locator accept = browser.button("Accept the lead");
    for (int i = 0; i < 5 && !(boolean) accept.evaluate("b => b === document.activeElement"); i++) {
      page.keyboard().press("Tab");
    }
    assertThat(accept).isFocused();
    page.keyboard().press("Enter");
    browser.told("Your answer is saved.");
  }

  @Test
  void logging_out_ends_the_session_everywhere() {
    browser.logIn("rita");
    browser.button("Log out").click();
    assertThat(page.locator("[role=status]")).containsText("You are logged out");
    assertThat(page.request().get("/api/leads").status()).isEqualTo(401);
    page.navigate("/camunda/app/tasklist/default/");
    assertThat(page).hasURL(browser.root() + "/login");
  }

  @Test
  void a_session_that_has_ended_is_told_and_nothing_is_saved() {
    browser.logIn("rita");
    page.navigate(lead.path());
    browser.session().clearCookies();
    browser.button("Accept the lead").click();
    assertThat(page.locator("form.answer [role=alert]").first())
        .hasText("Your login has ended. Reload the page to log in again");
    assertThat(baton.as("mona").get("/api/leads/" + lead.id()).at("/stage").asText())
        .isEqualTo("MQL");
  }

  @ParameterizedTest
  @CsvSource("375, DARK")
  void every_page_fits_and_is_accessible(int width, ColorScheme scheme) throws Exception {
    checkEveryPage(width, scheme);
  }

  @Tag("nightly")
  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT"})
  void every_page_fits_and_is_accessible_in_the_other_colours(int width, ColorScheme scheme)
      throws Exception {
    checkEveryPage(width, scheme);
  }

  private void checkEveryPage(int width, ColorScheme scheme) throws Exception {
    page = browser.open(width, scheme);
    page.navigate("/login");
    browser.look("login");
    browser.logIn("rita");
    for (String path : List.of("/", "/leads", lead.path(), lead.path() + "/card", "/leads/none")) {
      page.navigate(path);
      String name = path.replace(lead.id(), "lead").replace('/', '-');
      browser.look("rita" + name);
    }
    if (width == PHONE) {
      page.navigate(lead.path());
      page.getByText("Reject…").click();
      browser.look("rita-reject");
    }
  }

  @Test
  void a_rep_passes_on_what_is_not_theirs_and_a_manager_gives_it_to_somebody() throws Exception {
    browser.logIn("rita");
    page.navigate("/leads/" + lead.id());
    page.getByText("Not mine…").click();
    browser.button("Pass it on").click();
    assertThat(page.locator("form .wrong")).hasText("Say why, for whoever reads it later.");
    page.getByLabel("Why isn’t it yours?").fill("My brother works there");
    browser.button("Pass it on").click();
    browser.told("A colleague has the lead.");

    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("mona");
    page.navigate("/leads/" + lead.id());
    page.getByText("Give it to somebody else…").click();
    page.getByLabel("To whom?").selectOption("ben");
    page.getByLabel("Why?", new Page.GetByLabelOptions().setExact(true)).fill("He knows them");
    browser.look("give");
    browser.button("Give it").click();
    browser.told("The lead has a new owner, who is told.");
    assertThat(page.locator(".episode").first()).containsText("ben, team default");
    assertThat(page.locator(".line").first()).containsText("Declined the lead");
  }
}
