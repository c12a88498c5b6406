package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A marketer's day in a browser, with counted clicks. */
@Tag("nightly")
@OnH2
class MarketingDayIT {
  private static final int COMPUTER = 1280;
  private static final int PHONE = 390;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  private final String campaign = "fair-" + UUID.randomUUID().toString().substring(0, 6);
  private HttpCaller marc;
  private Page page;
  private int clicks;

  @BeforeEach
  void begin_the_day(@LocalServerPort int port) {
    marc = HttpCaller.at(port).as("marc");
    comes("Ada", "page_view", "email_replied");
    comes("Bea", "page_view", "email_replied");
    comes("Cleo", "demo_requested");
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("marc");
  }

  /** A reply ends the nurture that begins by rule. */
  private void comes(String name, String... acts) {
    for (String act : acts) {
      Map<String, Object> lead =
          Map.of(
              "email",
              name.toLowerCase() + "@" + campaign + ".example",
              "firstName",
              name,
              "lastName",
              "Fairgoer",
              "consent",
              Map.of("email", true));
      marc.post("/api/signals", Map.of("type", act, "campaign", campaign, "lead", lead)).is(200);
    }
  }

  private void click(Locator what) {
    what.click();
    clicks++;
  }

  private Locator rows() {
    return page.locator("tbody tr");
  }

  private void looksForTheFair() {
    click(browser.link("Leads").first());
    page.getByLabel("Campaign").fill(campaign);
    page.getByLabel("Came on or after").fill("2026-01-01");
    page.keyboard().press("Enter");
    assertThat(rows()).hasCount(3);
  }

  @Test
  void leads_of_a_fair_are_found_by_name_campaign_and_day_in_one_click() {
    looksForTheFair();
    browser.look("leads-found");
    page.getByLabel("Name, company or address").fill("bea fairgoer");
    page.keyboard().press("Enter");

    assertThat(rows()).hasCount(1);
    assertThat(rows()).containsText("Bea Fairgoer");
    assertThat(clicks).isEqualTo(1);

    page.getByLabel("Came before").fill("2026-01-02");
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).containsText("No lead matches.");
  }

  @Test
  void a_view_is_kept_with_one_click_and_opened_with_one() {
    looksForTheFair();
    clicks = 0;
    click(page.getByText("Keep this view…"));
    page.getByLabel("What is it called?").fill("Who was at " + campaign);
    page.keyboard().press("Enter");
    browser.told("The view is kept.");
    assertThat(clicks).isEqualTo(1);

    page.navigate("/leads");
    clicks = 0;
    click(browser.link("Who was at " + campaign));
    assertThat(rows()).hasCount(3);
    assertThat(clicks).isEqualTo(1);
    browser.look("leads-view");

    page.getByText("This view is kept as").click();
    browser.button("Remove it").click();
    browser.told("The view is removed.");
    assertThat(browser.link("Who was at " + campaign)).hasCount(0);
  }

  @Test
  void all_of_a_fair_go_to_nurture_in_two_clicks_but_for_who_is_open_for_sales() {
    looksForTheFair();
    clicks = 0;
    click(page.getByLabel("All on this page"));
    click(browser.button("Put 3 leads into nurture"));
    assertThat(page.getByLabel("Why nurture them?")).hasAttribute("aria-invalid", "true");
    page.getByLabel("Why nurture them?").fill("Met at the fair");
    page.keyboard().press("Enter");

    Locator became = page.locator("#became");
    assertThat(became).containsText("2 of 3 leads are in nurture from now on");
    assertThat(became).containsText("Ada Fairgoer is in nurture from now on.");
    assertThat(became).containsText("Cleo Fairgoer is open for sales");
    assertThat(clicks).isEqualTo(2);
    browser.look("leads-nurtured");

    clicks = 0;
    click(browser.link("Ada Fairgoer"));
    assertThat(page.locator(".line")).containsText("Put into nurture: Met at the fair");
    click(page.getByLabel("What is shown").getByText("What they did"));
    assertThat(page.locator(".line").first()).not().containsText("Put into nurture");
    assertThat(clicks).isEqualTo(2);
    browser.look("lead-acts");
  }

  @Test
  void which_messages_are_acted_on_is_two_clicks_away() {
    click(browser.link("SLA"));
    click(browser.link("Which messages are acted on"));
    assertThat(page.locator("h1")).hasText("Which messages are acted on");
    assertThat(page.locator("main")).containsText("within 24 hours where none did");
    assertThat(clicks).isEqualTo(2);
    browser.look("alerts");
  }

  @Test
  void the_same_pages_are_whole_on_a_phone_in_the_dark() {
    page = browser.open(PHONE, ColorScheme.DARK);
    browser.logIn("marc");
    page.navigate("/leads?campaign=" + campaign);
    page.getByLabel("All on this page").check();
    browser.look("leads-found");
    page.getByLabel("Why nurture them?").fill("Met at the fair");
    page.keyboard().press("Enter");
    assertThat(page.locator("#became")).isVisible();
    browser.look("leads-nurtured");
    browser.link("Cleo Fairgoer").click();
    browser.look("lead-timeline");
  }
}
