package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.alert.message.AnswerLinkIssuer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rep taps the button in a mail, on a phone or a computer, and has not logged in. */
@OnH2
class AnswerIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  @Autowired AnswerLinkIssuer issuer;
  private HttpCaller baton;
  private HandedLead lead;
  private String link;
  private Page page;

  @BeforeEach
  void mail_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    lead = HandedLead.of(baton, db, "Ada");
    link = lead.mailedTo("rita", "review", issuer, db);
  }

  private String state() {
    return baton.as("mona").get("/api/leads/" + lead.id()).at("/handoff/state").asText();
  }

  @ParameterizedTest
  @CsvSource({PHONE + ",DARK", COMPUTER + ",LIGHT"})
  void a_link_is_opened_twice_answers_when_asked_and_explains_itself_afterwards(
      int width, ColorScheme scheme) throws Exception {
    page = browser.open(width, scheme);
    page.navigate(link);
    page.navigate(link);
    assertThat(state()).as("opening never answers").isEqualTo("REVIEW");
    assertThat(page.locator("h1")).containsText(lead.name());
    assertThat(page.locator(".card-facts")).containsText("We lose leads <b>every</b> week.");
    assertThat(page.locator(".card-facts")).containsText("+30");
    assertThat(page.locator(".deadline")).containsText("due in");
    browser.look("answer");
    assertThat(browser.button("Accept the lead").boundingBox().y)
        .as("the button is on the first screen")
        .isLessThan(800);

    browser.button("Accept the lead").click();
    assertThat(page.locator("h1")).hasText("Your answer is saved");
    browser.look("answer-saved");
    assertThat(state()).isEqualTo("QUALIFICATION");

    Response again = page.navigate(link);
    assertThat(again.status()).isEqualTo(410);
    assertThat(page.locator("main")).containsText("You answered today");
    assertThat(page.locator("main")).not().containsText(lead.name());
    browser.look("answer-over");

    page.getByText("Log in to Baton").click();
    assertThat(page).hasURL(browser.root() + "/login");
  }

  @Test
  void a_rejection_without_a_reason_comes_back_with_what_was_typed() throws Exception {
    page = browser.open(PHONE, ColorScheme.LIGHT);
    page.navigate(link);
    page.getByLabel("Note for whoever reads it next").fill("A student, I'm sure");
    page.getByText("Reject…").click();
    browser.button("Reject the lead").click();

    assertThat(page.getByRole(AriaRole.ALERT)).hasText("Please choose a reason.");
    assertThat(page.getByLabel("Note for whoever reads it next")).hasValue("A student, I'm sure");
    browser.look("answer-reason");
    page.getByLabel("Reason").selectOption("No real interest yet");
    browser.button("Reject the lead").click();

    assertThat(page.locator("main")).containsText("marketing sees your reason");
    assertThat(state()).isEqualTo("CLOSED");
  }

  @Test
  void from_the_page_a_login_leads_to_the_lead() throws Exception {
    page = browser.open(PHONE, ColorScheme.LIGHT);
    page.navigate(link);
    page.getByText("open the lead").click();
    page.getByLabel("User name").fill("rita");
    page.getByLabel("Password").fill(dev.baton.TestStaff.PASSWORD);
    browser.button("Log in").click();
    assertThat(page).hasURL(Pattern.compile(".*" + lead.path()));
  }
}
