package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A rep works off the queue with few keys, and takes back what was wrong, in a browser. */
@OnH2
@TestPropertySource(
    properties = {
      "baton.undo.hold=PT8S",
      "spring.datasource.url=jdbc:h2:mem:undo;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
class RepDayIT {
  private static final int COMPUTER = 1280;
  private static final double LONG_ENOUGH = 20_000;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private HandedLead lead;
  private Page page;

  @BeforeEach
  void hand_a_lead_to_rita() throws Exception {
    db.sql("delete from held_answer").update();
    lead = HandedLead.of(HttpCaller.at(port), db, "Ada");
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("rita");
    page.navigate(lead.path());
  }

  private Locator held() {
    return page.locator("#held p");
  }

  private Locator stage() {
    return page.locator(".steps [aria-current=step]");
  }

  @Test
  void a_rejection_is_taken_back_and_nothing_was_saved() {
    page.getByText("Reject…").click();
    page.locator("#reject-reason").selectOption("No real interest yet");
    browser.button("Reject the lead").click();
    assertThat(page.locator("#answer-note"))
        .hasAccessibleDescription("Say in a sentence why: this lead asked to talk to us.");
    page.locator("#answer-note").fill("Was only curious");
    browser.button("Reject the lead").click();

    assertThat(held()).containsText("Your review of %s is saved.".formatted(lead.name()));
    assertThat(browser.button("Accept the lead")).hasCount(0);
    held().getByRole(AriaRole.BUTTON).click();
    browser.told("Taken back. Nothing was saved.");

    assertThat(stage()).hasText("MQL");
    assertThat(browser.button("Accept the lead")).isVisible();
  }

  @Test
  void the_page_shows_the_new_state_once_the_answer_is_recorded() {
    browser.button("Accept the lead").click();
    assertThat(held().getByRole(AriaRole.BUTTON)).hasText(Pattern.compile("Undo \\(\\d\\)"));
    browser.look("undo");

    assertThat(stage())
        .hasText("SAL", new LocatorAssertions.HasTextOptions().setTimeout(LONG_ENOUGH));
    assertThat(held()).hasCount(0);
    assertThat(browser.button("Qualify the lead")).isVisible();
  }

  // The queue

  /** Some more leads for rita, beside the first one. */
  private void hand(String... names) throws Exception {
    List<String> handoffs = new ArrayList<>(List.of(lead.handoff()));
    for (String name : names) {
      handoffs.add(HandedLead.of(HttpCaller.at(port), db, name).handoff());
    }
    db.sql("update handoff set owner = 'rita', team = 'south' where id in (:ids)")
        .param("ids", handoffs)
        .update();
    db.sql("update deadline set owner = 'rita' where handoff_id in (:ids)")
        .param("ids", handoffs)
        .update();
  }

  private Locator rows() {
    return page.locator("#queue li[data-lead]");
  }

  private void preview(String name) {
    assertThat(page.locator("#preview h2").first()).containsText(name);
  }

  @Test
  void five_reviews_take_ten_keys_at_most() throws Exception {
    hand("Bea", "Cleo", "Dana", "Eve");
    page.navigate("/");
    int waiting = rows().count();
    browser.look("queue");
    int keys = 0;
    for (int i = 0; i < 5; i++) {
      String name = rows().first().locator(".who").textContent();
      preview(name);
      page.keyboard().press("y");
      keys++;
      assertThat(page.locator("#queue-left"))
          .hasText(
              waiting == i + 1
                  ? "Nothing left. Well done."
                  : "Next lead (%d left)".formatted(waiting - i - 1));
    }
    org.assertj.core.api.Assertions.assertThat(keys).isLessThanOrEqualTo(10);
    assertThat(held()).hasCount(5);
  }

  @Test
  void a_rejection_needs_its_number_a_note_and_undo_is_one_key() {
    page.navigate("/");
    int waiting = rows().count();
    String name = rows().first().locator(".who").textContent();
    preview(name);
    page.keyboard().press("n");
    page.keyboard().press("2");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#preview #answer-note"))
        .hasAccessibleDescription("Say in a sentence why: this lead asked to talk to us.");
    page.keyboard().type("Was only curious");
    page.keyboard().press("Control+Enter");
    assertThat(rows()).hasCount(waiting - 1);
    page.locator("h1").click();
    page.keyboard().press("u");
    browser.told("Taken back. Nothing was saved.");
    assertThat(rows()).hasCount(waiting);
  }

  @Test
  void j_and_k_go_through_the_list_and_letters_in_a_note_are_letters() throws Exception {
    hand("Bea");
    page.navigate("/");
    String first = rows().nth(0).locator(".who").textContent();
    String second = rows().nth(1).locator(".who").textContent();
    preview(first);
    page.keyboard().press("j");
    preview(second);
    page.keyboard().press("k");
    preview(first);
    page.locator("#preview #answer-note").fill("");
    page.locator("#preview #answer-note").pressSequentially("yes, jack");
    assertThat(page.locator("#preview #answer-note")).hasValue("yes, jack");
    preview(first);
    rows().nth(1).click();
    preview(second);
  }
}
