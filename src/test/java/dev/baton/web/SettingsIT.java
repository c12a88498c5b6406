package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator's page, in a browser. */
@OnH2
class SettingsIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();

  @LocalServerPort int port;

  @Test
  void an_administrator_adds_a_manager_makes_a_token_and_tests_the_channels() {
    settings(COMPUTER, ColorScheme.LIGHT);
  }

  @Test
  @Tag("nightly")
  void the_settings_on_a_phone_in_the_dark() {
    settings(PHONE, ColorScheme.DARK);
  }

  private void settings(int width, ColorScheme scheme) {
    String id = "m" + UUID.randomUUID().toString().substring(0, 8);
    Page page = browser.open(width, scheme);
    browser.logIn("admin");
    page.navigate("/settings");
    browser.look("settings");

    page.getByText("Add a person with").click();
    browser.button("Add the person").click();
    assertThat(page.locator("#new-id-wrong")).isVisible();
    page.locator("#new-id").fill(id);
    page.locator("#new-name").fill("Mia " + id);
    page.locator("#new-email").fill(id + "@baton.example");
    page.locator("#new-role").selectOption("manager");
    page.locator("#new-password").fill("a-Long-passw0rd-" + id);
    browser.button("Add the person").click();
    browser.told("The person is added.");
    assertThat(page.locator("section[aria-labelledby=people]")).containsText("Mia " + id);

    page.locator("#token-name").fill("machine " + id);
    browser.button("Make a token").click();
    assertThat(page.locator("#token-made")).containsText("bt_");
    String token = page.locator("#token-made").textContent().replaceAll("(?s).*(bt_\\S+).*", "$1");
    Locator made =
        page.locator("#token-list li").filter(new Locator.FilterOptions().setHasText(id));
    assertThat(made).hasCount(1);
    assertThat(made).containsText("sends signals");
    made.getByText("New secret").click();
    assertThat(page.locator("#token-made")).containsText("The earlier one works until");
    assertThat(made).containsText("earlier secret until");
    made.getByText("Revoke").click();
    assertThat(made).hasCount(0);
    assertThat(token).hasSizeGreaterThan(40);

    browser.button("Send me a test").click();
    assertThat(page.locator(".wrong")).hasText("No channel is set up, so that nothing can be sent");
    HttpCaller admin = HttpCaller.at(port).as("admin");
    assertThat(admin.get("/api/channels").is(200).at("/items").findValuesAsText("channel"))
        .contains("slack", "email");
    page.navigate("/status");
    browser.look("status");
    assertThat(page.locator("main")).containsText("Process engine");
    page.navigate("/");
    assertThat(page.locator("nav[aria-label=Main]")).containsText("Settings");
  }
}
