package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.review.ReviewPlanning;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review on a computer and on a phone, in the light and in the dark. */
@Tag("nightly")
@OnH2
class ReviewsIT {
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired ReviewPlanning planning;
  @Autowired JdbcClient db;
  private HttpCaller baton;
  private String review;
  private Page page;

  @BeforeEach
  void a_review_begins(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    rita_says_no();
    planning.sweep();
    review =
        baton
            .as("mona")
            .get("/api/reviews?state=planned&kind=weekly_handoff")
            .at("/items/0/id")
            .asText();
    baton.as("mona").post("/api/reviews/" + review + "/start", Map.of()).is(200);
    baton
        .as("mona")
        .await(
            "/api/reviews/" + review, found -> found.at("/review/state").asText().equals("OPEN"));
  }

  private void rita_says_no() throws Exception {
    HandedLead lead = HandedLead.of(baton, db, "Ada");
    baton
        .as("rita")
        .post(
            "/api/handoffs/" + lead.handoff() + "/review",
            Map.of("decision", "reject", "reason", "low_intent"))
        .is(200);
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT", "375, DARK"})
  void it_fits_the_screen_wears_its_colours_and_can_be_used_by_everybody(
      int width, ColorScheme scheme) throws Exception {
    page = browser.open(width, scheme);
    browser.logIn("marc");
    page.navigate("/reviews/" + review);
    assertThat(page.locator("h1")).containsText("Weekly handoff review");
    browser.look("review");
    page.navigate("/reviews");
    browser.look("reviews");
  }

  @Test
  void marketing_holds_it_and_sees_what_was_missing_at_its_field() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("marc");
    page.navigate("/reviews/" + review);
    page.getByLabel("Notes").nth(2).fill("Too many students.");
    browser.button("Another decision").click();
    page.locator("#what-1").fill("Ask for the company's size");
    page.locator("#owner-1").selectOption("marc");
    browser.button("The review is held").click();
    assertThat(page.locator("#due-1-wrong")).hasText("By which day, such as 2026-12-24.");

    page.locator("#due-1").fill(LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
    browser.button("The review is held").click();
    assertThat(page.locator("#told")).hasText("Saved. Each decision is now a task of its owner.");
    assertThat(page.locator("main")).containsText("Too many students.");

    page.getByText("What became of it…").click();
    page.getByLabel("What came of it, or why not?").fill("The form asks now.");
    browser.button("Done").click();
    assertThat(page.locator(".is-done").first()).hasText("Done");
    browser.look("review-held");
  }

  @Test
  void a_manager_leaves_it_out_with_a_reason() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.DARK);
    browser.logIn("mona");
    page.navigate("/reviews/" + review);
    page.getByText("Skip this review…").click();
    browser.button("Skip this review").click();
    assertThat(page.locator("#reason-wrong")).containsText("Say why");
    page.getByLabel("Why?").fill("All at the fair");
    browser.button("Skip this review").click();
    assertThat(page.locator("main")).containsText("Skipped by mona: All at the fair");
    page.navigate("/reviews");
    browser.look("reviews-left-out");
  }
}
