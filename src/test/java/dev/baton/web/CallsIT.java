package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.alert.message.AnswerLinkIssuer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A rep reads the same card everywhere, and logs a call with two keys, in a browser. */
@OnH2
@TestPropertySource(
    properties = {
      "baton.undo.hold=PT8S",
      "spring.datasource.url=jdbc:h2:mem:undo;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
@Tag("nightly")
class CallsIT {
  private static final int COMPUTER = 1280;
  private static final int PHONE = 390;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  @Autowired AnswerLinkIssuer issuer;
  @LocalServerPort int port;
  private HttpCaller baton;
  private HandedLead lead;
  private Page page;

  @BeforeEach
  void hand_a_lead_to_rita() throws Exception {
    db.sql("delete from held_answer").update();
    baton = HttpCaller.at(port);
    lead = HandedLead.of(baton, db, "Ada");
    baton
        .as("marc")
        .post(
            "/api/signals",
            Map.of(
                "type",
                "pricing_page_view",
                "lead",
                Map.of(
                    "email",
                    lead.email(),
                    "phone",
                    "+49 30 23125 042",
                    "consent",
                    Map.of("phone", true))))
        .is(200);
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("rita");
  }

  @AfterEach
  void forget_what_tasklist_says() {
    browser.forgetComplaints();
  }

  @Test
  void the_card_says_the_same_on_home_lead_page_answer_page_and_in_tasklist() {
    Locator preview = page.locator("#preview");
    assertThat(preview.locator("h2").first()).containsText(lead.name());
    String facts = words(preview);
    String next = preview.locator(".next").innerText();
    assertThat(facts)
        .contains("Requested a demo", "In their words", "How to begin", "What to ask")
        .contains("What to offer", "What they did last", "Looked at the pricing page");
    assertThat(preview.locator("a[href='tel:+493023125042']")).hasText("+49 30 23125 042");
    assertThat(preview.locator(".reach")).containsText("Consent: phone yes");
    browser.look("card-home");

    page.navigate(lead.path());
    same(page.locator("main"), facts, next);
    browser.look("card-lead");
    page.navigate(lead.mailedTo("rita", "review", issuer, db));
    same(page.locator("main"), facts, next);
    browser.look("card-answer");
    assign_the_task_to_rita();
    page.navigate("/camunda/app/tasklist/default/");
    page.locator("li.task", new Page.LocatorOptions().setHasText("Review lead"))
        .first()
        .locator("h4.task a")
        .click();
    Locator inTask =
        page.frameLocator("iframe.baton-card[src='%s/card']".formatted(lead.path()))
            .locator("main");
    same(inTask, facts, next);
  }

  private void assign_the_task_to_rita() {
    String task =
        baton
            .as("admin")
            .get("/engine-rest/task?maxResults=1&processInstanceBusinessKey=" + lead.handoff())
            .is(200)
            .at("/0/id")
            .asText();
    baton
        .as("admin")
        .post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "rita"))
        .is(204);
  }

  private static void same(Locator card, String facts, String next) {
    assertThat(card.locator(".reach")).containsText("+49 30 23125 042");
    assertThat(card.locator(".next").innerText()).isEqualTo(next);
    assertThat(words(card)).isEqualTo(facts);
  }

  /** How long ago something was grows while the test looks. */
  private static String words(Locator card) {
    return card.locator(".card-facts").innerText().replaceAll(", (just now|\\d+ min\\w* ago)", "");
  }

  @Test
  void a_call_is_logged_with_two_keys_and_taken_back_with_one() {
    baton
        .as("rita")
        .post("/api/handoffs/" + lead.handoff() + "/review", Map.of("decision", "accept"))
        .is(200);
    page.navigate("/calls");
    Locator row = page.locator("li[data-handoff='%s']".formatted(lead.handoff()));
    assertThat(row).hasAttribute("aria-current", "true");
    assertThat(row).containsText("Not tried yet");
    int keys = 0;
    page.keyboard().press("l");
    keys++;
    assertThat(row.getByRole(AriaRole.GROUP)).isVisible();
    browser.look("calls");
    page.keyboard().press("2");
    keys++;
    assertThat(keys).isLessThanOrEqualTo(2);
    assertThat(page.locator("#held p"))
        .containsText("Your touch of %s is saved.".formatted(lead.name()));
    assertThat(row).hasCount(0);

    page.waitForLoadState();
    page.keyboard().press("u");
    browser.told("Taken back. Nothing was saved.");
    assertThat(row).containsText("Not tried yet");
  }

  @Test
  void the_list_of_calls_and_its_figures_fit_a_phone_in_the_dark() {
    baton
        .as("rita")
        .post(
            "/api/handoffs/" + lead.handoff() + "/touch",
            Map.of("kind", "call", "outcome", "no_answer"))
        .is(200);
    page = browser.open(PHONE, ColorScheme.DARK);
    browser.logIn("rita");
    page.navigate("/calls");
    Locator row = page.locator("li[data-handoff='%s']".formatted(lead.handoff()));
    assertThat(row).containsText(Pattern.compile("Called, no answer.*Try again", Pattern.DOTALL));
    row.getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText("Log a call"))
        .click();
    browser.look("calls");
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("mona");
    page.navigate("/calls?by=campaign");
    assertThat(page.locator("#attempts")).isVisible();
    browser.look("calls-manager");
  }
}
