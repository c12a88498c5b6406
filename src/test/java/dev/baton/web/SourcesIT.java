package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A system that sends on its own is added, mapped and heard, in a browser. */
@OnH2
class SourcesIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();

  @LocalServerPort int port;

  @Test
  void marketing_adds_a_source_maps_what_waits_and_sends_it_again() {
    mapping(COMPUTER, ColorScheme.LIGHT);
  }

  @Test
  @Tag("nightly")
  void marketing_maps_a_source_on_a_phone_in_the_dark() {
    mapping(PHONE, ColorScheme.DARK);
  }

  private void mapping(int width, ColorScheme scheme) {
    String name = "shop-" + UUID.randomUUID().toString().substring(0, 8);
    Page page = browser.open(width, scheme);
    browser.logIn("marc");
    page.navigate("/sources");
    page.getByLabel("Name").fill(name);
    browser.button("Add it").click();
    assertThat(page.locator("#secret-wrong")).hasText("At least 16 characters.");
    browser.button("Make a secret up").click();
    String secret = page.getByLabel("Secret").inputValue();
    browser.look("sources");
    browser.button("Add it").click();
    browser.told("The source is there. Give its address and the secret to the system.");
    assertThat(page.locator("#main")).not().containsText(secret);

    send(name, secret);
    page.navigate("/sources/" + name);
    assertThat(page.locator("ul.rows li")).containsText("waiting");
    rule(page, "type", "did");
    page.locator("tr.rule").last().locator("select").selectOption("type");
    rule(page, "lead.email", "who.mail");
    rule(page, "lead.phone", "who[");
    browser.button("Try it on what came last").click();
    assertThat(page.locator("tr.rule").last()).containsText("is no path");
    page.locator("tr.rule").last().getByText("Remove").click();
    browser.button("Try it on what came last").click();
    assertThat(page.locator("#verdict")).hasText("1 of the last 1 would come in");
    assertThat(page.locator("#trials")).containsText("demo_requested");
    browser.look("source");

    browser.button("Save").click();
    browser.told("Saved. What waits can be sent again.");
    browser.button("Send again").click();
    browser.told("It is recorded: 1 signal.");
    assertThat(page.locator("ul.rows li").first()).containsText("recorded");
  }

  private void rule(Page page, String field, String path) {
    browser.button("Add a row").click();
    Locator last = page.locator("tr.rule").last();
    last.getByLabel("Field").fill(field);
    last.getByLabel("Stands at").fill(path);
  }

  private void send(String name, String secret) {
    HttpCaller baton = HttpCaller.at(port);
    String body =
        """
        {"did": "Demo Requested", "who": {"mail": "ada@%s.example"}}"""
            .formatted(name);
    baton
        .send(
            HttpRequest.newBuilder(baton.root().resolve("/hooks/" + name))
                .header("Content-Type", "application/json")
                .header("X-Baton-Secret", secret)
                .POST(BodyPublishers.ofString(body)))
        .is(200);
  }
}
