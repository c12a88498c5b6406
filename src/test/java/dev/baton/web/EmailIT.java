package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.LeadsOverHttp;
import dev.baton.OnH2;
import dev.baton.mailbox.MailExchange;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A rep writes to a lead from the card and reads the answer there, in a browser. */
@OnH2
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:email;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
            + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT")
@Tag("nightly")
class EmailIT {
  private static final int COMPUTER = 1280;
  private static final int PHONE = 390;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  @LocalServerPort int port;
  private HttpCaller baton;
  private HandedLead lead;
  private Page page;

  @DynamicPropertySource
  static void mail_server(DynamicPropertyRegistry properties) {
    MailExchange.serve(properties);
  }

  @BeforeEach
  void hand_a_lead_to_rita() throws Exception {
    baton = HttpCaller.at(port);
    lead = HandedLead.of(baton, db, "Ada");
  }

  private void logIn(int width, ColorScheme scheme) {
    page = browser.open(width, scheme);
    browser.logIn("rita");
  }

  private Locator section() {
    return page.locator("section.emails");
  }

  private void openForm() {
    section().getByText("Write to them…").click();
  }

  /** It is on the page once it was sent, or received. */
  private void shows(String text) throws InterruptedException {
    baton
        .as("rita")
        .await(
            "/api/handoffs/" + lead.handoff() + "/emails",
            found -> found.at("/items").toString().contains(text));
    page.reload();
  }

  @Test
  void a_rep_writes_from_the_lead_page_and_reads_the_answer_there() throws Exception {
    logIn(COMPUTER, ColorScheme.LIGHT);
    page.navigate(lead.path());
    assertThat(section().locator(".log-address")).containsText("log+");
    openForm();
    assertThat(page.locator("#email-subject")).hasValue("Your demo");
    assertThat(page.locator("#email-text")).hasValue(Pattern.compile("^Hello Ada,"));
    page.locator("#email-subject").fill("");
    browser.button("Send the e-mail").click();
    assertThat(page.locator("#email-subject")).hasAccessibleDescription("Say what it is about.");
    page.locator("#email-subject").fill("Your demo on Tuesday");
    browser.look("email-write");
    browser.button("Send the e-mail").click();
    browser.told("Your e-mail is on its way.");

    MimeMessage arrived = MailExchange.received(lead.email()).get(0);
    assertThat(arrived.getSubject()).isEqualTo("Your demo on Tuesday");
    MailExchange.mail(
            lead.email(),
            arrived.getReplyTo()[0].toString(),
            "Re: Your demo on Tuesday",
            "Tuesday suits us <b>well</b>.")
        .send();
    shows("suits us");
    baton
        .as("rita")
        .await(
            "/api/leads/" + lead.id(),
            found -> found.at("/timeline").toString().contains("email, replied"));
    page.reload();

    assertThat(section()).containsText("their answer");
    assertThat(section()).containsText("by rita");
    section().getByText("Re: Your demo on Tuesday").click();
    assertThat(section().locator("pre").first()).hasText("Tuesday suits us <b>well</b>.");
    openForm();
    assertThat(page.locator("#email-subject")).hasValue("Re: Your demo on Tuesday");
    assertThat(page.locator("main")).containsText("Wrote an e-mail, they replied");
    browser.look("email-answered");
  }

  @Test
  void on_the_home_page_the_lead_stays_after_a_mail_and_its_keys_answer_nothing() {
    logIn(COMPUTER, ColorScheme.DARK);
    page.navigate("/");
    assertThat(page.locator("#preview h2").first()).containsText(lead.name());
    openForm();
    page.locator("#email-text").fill("Hello y n j k");
    browser.look("email-home");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#queue-left")).hasText("Your e-mail is on its way.");
    assertThat(page.locator("#preview h2").first()).containsText(lead.name());
    assertThat(MailExchange.received(lead.email())).hasSize(1);
    assertThat(baton.as("rita").get("/api/leads/" + lead.id()).at("/stage").asText())
        .isEqualTo("MQL");
  }

  @Test
  void who_objected_is_not_written_to_and_the_page_says_why() {
    new LeadsOverHttp(baton).withdraw(lead.email(), "email");
    logIn(PHONE, ColorScheme.LIGHT);
    page.navigate(lead.path());
    assertThat(section()).containsText("This lead doesn't want to get mail.");
    assertThat(section().getByText("Write to them…")).hasCount(0);
    browser.look("email-objected");
  }

  @Test
  void an_administrator_sees_how_the_mailbox_is() {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("admin");
    page.navigate("/settings");
    assertThat(page.locator("li").filter(new Locator.FilterOptions().setHasText("Mailbox")).first())
        .containsText("INBOX of box at 127.0.0.1");
    browser.look("mailbox-settings");
    page.navigate("/status");
    assertThat(page.locator("main")).containsText("The mailbox is read.");
  }
}
