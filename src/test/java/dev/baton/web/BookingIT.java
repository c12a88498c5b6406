package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leads choose times in browsers of their own, and a rep sees what they chose. */
@Tag("nightly")
@OnH2
class BookingIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  private HttpCaller baton;

  @BeforeEach
  void come(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  private String link(HandedLead lead) {
    String url =
        baton
            .as("mona")
            .post("/api/leads/" + lead.id() + "/booking-link", "")
            .is(201)
            .at("/url")
            .asText();
    return URI.create(url).getPath();
  }

  /** Somebody at home in a zone. */
  private Page visitor(Browser of, String zone) {
    BrowserContext session =
        of.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(browser.root())
                .setTimezoneId(zone)
                .setViewportSize(PHONE, 800));
    Page page = session.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  }

  private static Locator times(Page page) {
    return page.locator("button[name=at]");
  }

  @Test
  void two_want_one_time_at_once_each_in_their_zone_and_one_gets_it() throws Exception {
    String link = link(HandedLead.of(baton, db, "Ada"));
    HandedLead other = HandedLead.of(baton, db, "Grace");
    String otherLink = link(other);
    db.sql(
            "update handoff set owner = 'rita', team = 'south' where is_open = true and owner = 'ben'")
        .update();
    Browser chromium = browser.open(PHONE, ColorScheme.LIGHT).context().browser();
    Page tokyo = visitor(chromium, "Asia/Tokyo");
    Page newYork = visitor(chromium, "America/New_York");
    try {
      tokyo.navigate(link);
      newYork.navigate(otherLink);
      assertThat(tokyo.locator("main")).containsText("Times are in Asia/Tokyo");
      assertThat(newYork.locator("main")).containsText("Times are in America/New York");
      String wanted = times(tokyo).nth(4).getAttribute("value");
      assertThat(times(newYork).nth(4)).hasAttribute("value", wanted);
      assertThat(times(tokyo).nth(4)).hasText(wall(wanted, "Asia/Tokyo"));
      assertThat(times(newYork).nth(4)).hasText(wall(wanted, "America/New_York"));

      // both click before either has an answer
      times(tokyo).nth(4).evaluate("button => { setTimeout(() => button.click(), 200); }");
      times(newYork).nth(4).evaluate("button => { setTimeout(() => button.click(), 200); }");
      assertThat(tokyo.locator("[role=alert], [role=status]")).isVisible();
      assertThat(newYork.locator("[role=alert], [role=status]")).isVisible();
      boolean tokyoGotIt = tokyo.locator("[role=status]").count() == 1;
      Page winner = tokyoGotIt ? tokyo : newYork;
      Page loser = tokyoGotIt ? newYork : tokyo;
      assertThat(winner.locator("h1")).hasText("Your meeting");
      assertThat(loser.locator("[role=alert]"))
          .hasText("This time isn’t free any more; please choose another one.");
      assertThat(loser.locator("button[value='" + wanted + "']")).hasCount(0);
      times(loser).nth(6).click();
      assertThat(loser.locator("h1")).hasText("Your meeting");
    } finally {
      tokyo.context().close();
      newYork.context().close();
    }
  }

  private static String wall(String instant, String zone) {
    return DateTimeFormatter.ofPattern("HH:mm")
        .format(Instant.parse(instant).atZone(ZoneId.of(zone)));
  }

  @ParameterizedTest
  @CsvSource({PHONE + ",DARK", COMPUTER + ",LIGHT"})
  void a_lead_books_moves_and_cancels(int width, ColorScheme scheme) throws Exception {
    String link = link(HandedLead.of(baton, db, "Ada"));
    Page page = browser.open(width, scheme);
    page.navigate(link);
    assertThat(page.locator("h1")).hasText("Choose a time");
    browser.look("book");
    times(page).nth(2).click();
    assertThat(page.locator("main")).containsText("You meet rita");
    browser.look("book-booked");
    page.getByText("Move it to another time").click();
    String other = times(page).nth(5).getAttribute("value");
    times(page).nth(5).click();
    assertThat(page.locator("h1")).hasText("Your meeting");
    assertThat(page.locator("button[value='" + other + "']")).hasCount(0);
    browser.button("Cancel the meeting").click();
    assertThat(page.locator("h1")).hasText("Choose a time");
  }

  @ParameterizedTest
  @CsvSource({PHONE + ",LIGHT", COMPUTER + ",DARK"})
  void a_rep_makes_a_link_and_says_how_the_meeting_went(int width, ColorScheme scheme)
      throws Exception {
    HandedLead lead = HandedLead.of(baton, db, "Ada");
    Page page = browser.open(width, scheme);
    browser.logIn("rita");
    page.navigate(lead.path());
    browser.button("Copy a booking link").click();
    assertThat(page.getByLabel("Booking link")).hasValue(Pattern.compile(".*/book/.{43}"));
    String link = URI.create(page.getByLabel("Booking link").inputValue()).getPath();
    browser.look("lead-booking-link");

    page.navigate(link);
    times(page).first().click();
    assertThat(page.locator("h1")).hasText("Your meeting");
    page.navigate(lead.path());
    assertThat(page.locator("#meetings + article")).containsText("To come");
    db.sql(
            """
            update booking set starts_at = current_timestamp - interval '1' hour,
              ends_at = current_timestamp - interval '30' minute where lead_id = ?
            """)
        .param(lead.id())
        .update();
    page.reload();
    browser.look("lead-meeting");
    browser.button("No-show").click();
    browser.told("It is recorded that nobody came; the turn is given back.");
    assertThat(page.locator("#meetings + article")).containsText("No-show");
    assertThat(page.locator(".line")).containsText(new String[] {"the turn was given back"});
  }

  @Test
  void a_rep_says_where_their_calendar_is_and_reads_why_it_cannot_be_read() {
    Page page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("rita");
    page.navigate("/preferences");
    page.getByLabel("Address of its iCalendar file").fill("http://localhost:1/me.ics");
    page.locator("section[aria-labelledby=calendar] button").click();
    browser.told("Your calendar is saved.");
    assertThat(page.locator("section[aria-labelledby=calendar]"))
        .containsText("It couldn’t be read");
    browser.look("preferences-calendar");
    page.locator("section[aria-labelledby=calendar] button").click();
    assertThat(page.locator("section[aria-labelledby=calendar] .wrong")).hasCount(0);
  }
}
