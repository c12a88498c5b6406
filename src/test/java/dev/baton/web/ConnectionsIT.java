package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.OnH2;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connection that is added, tested, paused and removed in a browser. */
@OnH2
class ConnectionsIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();

  @Test
  void an_administrator_adds_tests_pauses_and_removes_a_connection() {
    connections(COMPUTER, ColorScheme.LIGHT);
  }

  @Test
  @Tag("nightly")
  void an_administrator_does_it_on_a_phone_in_the_dark() {
    connections(PHONE, ColorScheme.DARK);
  }

  private void connections(int width, ColorScheme scheme) {
    Page page = browser.open(width, scheme);
    browser.logIn("admin");
    page.navigate("/connections");
    page.getByText("Add a connection").click();
    page.locator("#new-name").fill("warehouse");
    browser.button("Add the connection").click();
    assertThat(page.locator("#new-secret-wrong")).hasText("At least 16 characters.");
    page.locator("#new-url").fill("http://localhost:9/hooks");
    page.locator("#new-secret").fill("a-secret-that-both-know");
    browser.button("Add the connection").click();
    browser.told("The connection is added.");
    browser.button("Test warehouse").click();
    assertThat(page.locator(".connection-test .wrong"))
        .hasText("It doesn’t work: it can't be reached (ConnectException).");
    browser.look("connections");

    browser.button("Pause warehouse").click();
    browser.told("Nothing is sent for now.");
    assertThat(page.locator("#connection-0 .chip")).hasText("paused");
    page.getByText("Tell again…").click();
    page.getByText("Change…").click();
    browser.look("connections-change");
    browser.button("Remove, and what waits for it").click();
    browser.told("The connection is removed.");
    assertThat(page.locator("main")).containsText("No system hears of leads yet.");
  }
}
