package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.OnH2;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing how leads are scored, in a browser. Looks for Chromium; in CI it must be there. */
@OnH2
class ChangesIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  /** A rehearsal starts a JVM first. */
  private static final LocatorAssertions.HasTextOptions PATIENTLY =
      new LocatorAssertions.HasTextOptions().setTimeout(110_000);

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();

  @Test
  void marketing_edits_a_line_of_a_table_sees_what_it_says_and_takes_it_back() {
    Page page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("marc");
    page.navigate("/changes");
    page.getByLabel("Or change a table here").selectOption("score-threshold.dmn");
    browser.button("Open it").click();

    page.locator("#editor td").getByText("60", exactly()).first().click();
    page.keyboard().press("Control+A");
    page.keyboard().type("50");
    browser.look("edit-table");
    page.getByLabel("What changes").fill("A lower line");
    browser.button("Propose").click();

    assertThat(page.locator("section[aria-labelledby=says] li"))
        .hasText("MQL at 60 → 50 (if Profile two-axis)");
    browser.button("Check it").click();
    assertThat(page.locator("section[aria-labelledby=scenarios] li strong"))
        .hasText("score-crosses-the-line", PATIENTLY);
    browser.look("change");

    browser.link("Edit this table").click();
    page.locator("#editor td").getByText("50", exactly()).first().click();
    page.keyboard().press("Control+A");
    page.keyboard().type("60");
    browser.button("Save").click();
    assertThat(page.locator("section[aria-labelledby=says]"))
        .containsText("it says the same as what is in force");
    assertThat(page.locator("section[aria-labelledby=check]"))
        .containsText("What it says now was not checked yet.");
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void a_designer_tries_a_lead_and_plays_the_scenarios() {
    tries(COMPUTER, ColorScheme.LIGHT);
  }

  @Test
  @Tag("nightly")
  void a_designer_plays_the_scenarios_on_a_phone_in_the_dark() {
    tries(PHONE, ColorScheme.DARK);
  }

  private void tries(int width, ColorScheme scheme) {
    Page page = browser.open(width, scheme);
    browser.logIn("dora");
    page.navigate("/scenarios");
    browser.button("Try it").click();
    assertThat(page.locator("#outcome li").first()).hasText("Score 80, stage MQL", PATIENTLY);
    assertThat(page.locator("#walked .djs-element[data-element-id=reviewLead].added")).isVisible();

    browser.button("Play all").click();
    assertThat(page.locator("#played")).hasText("12 passed, 0 failed", PATIENTLY);
    browser.look("scenarios");
  }

  @Test
  @Tag("nightly")
  void a_scenario_of_ones_own_is_written_played_and_taken_away() {
    Page page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("dora");
    page.navigate("/scenarios");
    page.locator("#new").getByLabel("Name").fill("our own");
    browser.button("Save it").click();
    assertThat(page.locator("#new .wrong"))
        .hasText("Small letters, digits and dashes only, at most 100.");
    page.locator("#new").getByLabel("Name").fill("our-own");
    browser.button("Save it").click();
    browser.told("Saved.");

    page.locator("[data-scenario=our-own] summary").click();
    browser.button("Take it away").click();
    browser.told("Taken away.");
    assertThat(page.locator("[data-scenario=our-own]")).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({PHONE + ",LIGHT", COMPUTER + ",DARK"})
  void the_list_of_changes_fits_every_screen(int width, ColorScheme scheme) {
    Page page = browser.open(width, scheme);
    browser.logIn("dora");
    page.navigate("/changes");
    browser.look("changes");
  }
}
