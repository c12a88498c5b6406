package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a rep says on a page can be taken back for some seconds, in a browser. */
@OnH2
@TestPropertySource(
    properties = {
      "baton.undo.hold=PT8S",
      "spring.datasource.url=jdbc:h2:mem:undo;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
class UndoIT {
  private static final int COMPUTER = 1280;
  private static final double LONG_ENOUGH = 20_000;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  private HandedLead lead;
  private Page page;

  @BeforeEach
  void hand_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    lead = HandedLead.of(HttpCaller.at(port), db, "Ada");
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("rita");
    page.navigate(lead.path());
  }

  private Locator held() {
    return page.locator("#held");
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

    assertThat(held()).containsText("Your review is saved.");
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
}
