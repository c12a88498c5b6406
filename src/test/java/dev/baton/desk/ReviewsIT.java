package dev.baton.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.Client;
import dev.baton.OnH2;
import dev.baton.Team;
import dev.baton.review.ReviewPlanning;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review at a desk and on a phone, in the light and in the dark. */
@OnH2
class ReviewsIT {
  private static final int DESK = 1280;
  private static Chromium chromium;

  @Autowired ReviewPlanning planning;
  @Autowired JdbcClient db;
  private final List<String> complaints = new ArrayList<>();
  private String root;
  private Client baton;
  private String review;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void find_a_browser() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void a_review_begins(@LocalServerPort int port) throws Exception {
    root = "http://localhost:" + port;
    baton = Client.at(port);
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

  @AfterEach
  void nothing_is_blocked_or_broken() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  private void sit_down(String user, int width, ColorScheme scheme) throws Exception {
    context = chromium.sitDown(root, width, scheme);
    context.onConsoleMessage(this::listen);
    page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.navigate("/login");
    page.fill("input[name=username]", user);
    page.fill("input[name=password]", Team.PASSWORD);
    page.click("main button");
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT", "375, DARK"})
  void it_fits_the_screen_wears_its_colours_and_can_be_used_by_everybody(
      int width, ColorScheme scheme) throws Exception {
    sit_down("marc", width, scheme);
    page.navigate("/reviews/" + review);
    assertThat(page.locator("h1")).containsText("Weekly handoff review");
    Chromium.look(page, "review", width, scheme);
    page.navigate("/reviews");
    Chromium.look(page, "reviews", width, scheme);
  }

  @Test
  void marketing_holds_it_and_sees_what_was_missing_at_its_field() throws Exception {
    sit_down("marc", DESK, ColorScheme.LIGHT);
    page.navigate("/reviews/" + review);
    page.getByLabel("Notes").nth(2).fill("Too many students.");
    button("Another decision").click();
    page.locator("#what-1").fill("Ask for the company's size");
    page.locator("#owner-1").selectOption("marc");
    button("The review is held").click();
    assertThat(page.locator("#due-1-wrong")).hasText("By which day, such as 2026-12-24.");

    page.locator("#due-1").fill(LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
    button("The review is held").click();
    assertThat(page.locator("#told")).hasText("Kept. Each decision is its owner’s task now.");
    assertThat(page.locator("main")).containsText("Too many students.");

    page.getByText("What became of it…").click();
    page.getByLabel("What came of it, or why not?").fill("The form asks now.");
    button("Done").click();
    assertThat(page.locator(".is-done").first()).hasText("Done");
    Chromium.look(page, "review-held", DESK, ColorScheme.LIGHT);
  }

  @Test
  void a_manager_leaves_it_out_with_a_reason() throws Exception {
    sit_down("mona", DESK, ColorScheme.DARK);
    page.navigate("/reviews/" + review);
    page.getByText("Leave it out…").click();
    button("Leave it out").click();
    assertThat(page.locator("#reason-wrong")).containsText("Say why");
    page.getByLabel("Why?").fill("All at the fair");
    button("Leave it out").click();
    assertThat(page.locator("main")).containsText("Left out by mona: All at the fair");
    page.navigate("/reviews");
    Chromium.look(page, "reviews-left-out", DESK, ColorScheme.DARK);
  }
}
