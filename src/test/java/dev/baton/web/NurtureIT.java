package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What leads see of nurture on a phone, and what marketing sees on a computer. */
@Tag("nightly")
@OnH2
class NurtureIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @Autowired JdbcClient db;
  private HttpCaller baton;
  private Page page;

  @BeforeEach
  void come(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  /** A lead in nurture that has got a mail, and the secret of a link in it. */
  private String token(String kind) throws Exception {
    String email = UUID.randomUUID() + "@acme.example";
    String lead =
        baton
            .as("marc")
            .post(
                "/api/signals",
                Map.of(
                    "type",
                    "newsletter_signup",
                    "lead",
                    Map.of(
                        "email",
                        email,
                        "firstName",
                        "Ada",
                        "company",
                        "Acme",
                        "companySize",
                        120,
                        "consent",
                        Map.of("email", true))))
            .is(200)
            .at("/lead/id")
            .asText();
    String mail = UUID.randomUUID().toString();
    db.sql(
            """
            insert into nurture_mail (id, nurture_id, lead_id, template, version, subject, state,
              used, written_at, sent_at)
            select :mail, id, lead_id, 'education-2', 1, 'One question', 'sent', true,
              current_timestamp, current_timestamp
            from nurture where lead_id = :lead
            """)
        .param("mail", mail)
        .param("lead", lead)
        .update();
    String token = (UUID.randomUUID().toString() + UUID.randomUUID()).substring(0, 43);
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8)));
    db.sql(
            """
            insert into nurture_link (hash, mail_id, kind, created_at, expires_at)
            values (:hash, :mail, :kind, current_timestamp, timestamp '2099-01-01 00:00:00')
            """)
        .param("hash", hash)
        .param("mail", mail)
        .param("kind", kind)
        .update();
    return token;
  }

  @ParameterizedTest
  @CsvSource({PHONE + ",LIGHT", PHONE + ",DARK", COMPUTER + ",LIGHT"})
  void every_mail_that_ships_is_readable_in_its_place(int width, ColorScheme scheme)
      throws Exception {
    page = browser.open(width, scheme);
    for (String mail :
        List.of(
            "education-1",
            "education-2",
            "case-studies-1",
            "case-studies-2",
            "comparisons-1",
            "comparisons-2")) {
      String html =
          baton
              .as("marc")
              .post("/api/nurture/mails/" + mail + "/preview", Map.of())
              .is(200)
              .at("/filled/html")
              .asText();
      page.navigate("about:blank");
      page.setContent(html);
      page.addScriptTag(
          new Page.AddScriptTagOptions()
              .setContent(
                  new org.springframework.core.io.ClassPathResource("axe.min.js")
                      .getContentAsString(StandardCharsets.UTF_8)));
      browser.look("nurture-mail-" + mail);
      assertThat(page.locator("a.go")).hasCount(1);
      assertThat(page.locator("body")).containsText("Hello Ada,");
      assertThat(page.locator("a.go").boundingBox().y)
          .as("the button is on the first screen")
          .isLessThan(800);
    }
  }

  @ParameterizedTest
  @CsvSource(PHONE + ",DARK")
  void a_lead_answers_one_question_on_a_phone(int width, ColorScheme scheme) throws Exception {
    page = browser.open(width, scheme);
    page.navigate("/about-you/" + token("FORM"));
    assertThat(page.locator("h1")).hasText("One question");
    assertThat(page.getByLabel("Which industry are you in?")).isVisible();
    assertThat(page.locator("body")).not().containsText("How many people");
    assertThat(page.locator("body")).not().containsText("Acme");
    browser.look("about-you");

    page.getByLabel("Which industry are you in?").selectOption("SaaS");
    browser.button("Send").click();
    assertThat(page.locator("h1")).hasText("Thank you");
    browser.look("about-you-thanks");
  }

  @ParameterizedTest
  @CsvSource(PHONE + ",DARK")
  void a_lead_unsubscribes_with_one_button(int width, ColorScheme scheme) throws Exception {
    page = browser.open(width, scheme);
    page.navigate("/unsubscribe/" + token("UNSUBSCRIBE"));
    browser.look("unsubscribe");
    browser.button("Unsubscribe").click();
    assertThat(page.locator("h1")).hasText("You are unsubscribed");
  }

  @ParameterizedTest
  @CsvSource({PHONE + ",LIGHT", COMPUTER + ",DARK"})
  void marketing_reads_the_tracks_and_changes_a_mail(int width, ColorScheme scheme)
      throws Exception {
    token("CLICK");
    page = browser.open(width, scheme);
    browser.logIn("marc");
    page.navigate("/nurture");
    assertThat(page.locator("h2").first()).hasText("Education");
    assertThat(page.locator("main")).containsText("Ada");
    browser.look("nurture");

    page.locator("a", new Page.LocatorOptions().setHasText("Changing over without")).click();
    page.locator("#mail-body").fill("Hello {nick},\n\nNew words.");
    browser.button("Preview").click();
    assertThat(page.locator("#mail .wrong")).containsText("{nick}");
    page.locator("#mail-body").fill("Hello {firstName},\n\nNew words.");
    browser.button("Preview").click();
    assertThat(page.frameLocator("iframe[name=shown-en]").locator("body"))
        .containsText("New words.");
    assertThat(page.frameLocator("iframe[name=shown-de]").locator("body"))
        .containsText("ein Wechsel mitten im Vertrag");
    browser.look("nurture-edit");
    browser.button("Save a new version").click();
    assertThat(page.locator("#told")).containsText("The mail is saved");
    assertThat(page.locator("main")).containsText("by marc");
    assertThat(page.locator("#bare-en")).containsText("Hello,");
  }

  @Test
  void a_manager_reads_and_does_not_write() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    browser.logIn("mona");
    page.navigate("/nurture/mails/education-1");
    assertThat(page.locator("iframe")).hasCount(2);
    assertThat(browser.button("Save a new version")).hasCount(0);
  }
}
