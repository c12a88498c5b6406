package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.HttpCaller;
import dev.baton.LoopbackMail;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An administrator's first day, from an installation in which nothing is, in a browser. */
@Tag("nightly")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + AdminDayIT.PASSWORD,
      "baton.mail.from=Baton <hello@baton.example>",
      "spring.datasource.url=jdbc:h2:mem:fresh;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
class AdminDayIT {
  static final String PASSWORD = "the-first-password";
  private static final int COMPUTER = 1280;
  private static final int PHONE = 390;
  private static final Pattern LINK = Pattern.compile("/welcome/[A-Za-z0-9_-]{43}");
  private static final GreenMail SERVER = LoopbackMail.server();

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();
  @LocalServerPort int port;
  private Page page;
  private int clicks;

  @DynamicPropertySource
  static void mail_server(DynamicPropertyRegistry properties) {
    LoopbackMail.serve(SERVER, properties);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  private void click(Locator what) {
    what.click();
    clicks++;
  }

  private void logIn(String user, String password) {
    page.navigate("/");
    page.getByLabel("User name").fill(user);
    page.getByLabel("Password").fill(password);
    click(browser.button("Log in"));
  }

  private Locator step(String id) {
    return page.locator("details#" + id);
  }

  private void isDone(String id) {
    assertThat(step(id).locator("summary .chip")).hasText("done");
  }

  @Test
  void an_empty_installation_is_set_up_until_its_first_lead_and_a_rep_takes_it() throws Exception {
    page = browser.open(COMPUTER, ColorScheme.LIGHT);
    page.navigate("/");
    assertThat(page.locator("main")).containsText("This installation is new. Log in as admin");
    browser.look("login-new");
    logIn("admin", PASSWORD);
    assertThat(page).hasURL(browser.root() + "/setup");
    assertThat(page.locator("main")).containsText("1 of 7 steps are done");
    isDone("mail");
    browser.look("setup");

    page.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true))
        .first()
        .fill("ada@baton.example");
    click(step("admin").getByText("Save"));
    browser.told("That is you.");
    isDone("admin");

    page.getByLabel("Zone of the business hours").fill("Europe/Berlin");
    page.getByLabel("Public holidays of").fill("de");
    click(step("zone").getByText("Save"));
    browser.told("Deadlines run in this zone.");
    isDone("zone");

    page.locator("#team-id").fill("north");
    page.locator("#team-name").fill("North");
    click(browser.button("Add the team"));
    browser.told("The team is there.");
    isDone("team");

    click(browser.button("Invite"));
    assertThat(page.locator("#invite-id-wrong")).isVisible();
    page.locator("#invite-id").fill("rita");
    page.locator("#invite-name").fill("Rita Rep");
    page.locator("#invite-email").fill("rita@baton.example");
    page.locator("#invite-role").selectOption("sales");
    page.locator("#invite-team").selectOption("north");
    click(browser.button("Invite"));
    assertThat(page.locator("#invited"))
        .hasText("Rita Rep has mail with a link to set a password.");
    assertThat(page.locator("#invited-list")).containsText("rita@baton.example");
    browser.look("setup-invited");

    page.reload();
    isDone("reps");
    click(browser.button("Skip: Slack"));
    page.getByLabel("E-mail of the lead").fill("first@customer.example");
    click(browser.button("Send the signal"));
    assertThat(page).hasURL(browser.root() + "/leads");
    assertThat(page.locator("tbody")).containsText("first@customer.example");
    assertThat(clicks).as("clicks until the first lead").isEqualTo(8);

    rita_logs_in();
    page = browser.open(PHONE, ColorScheme.DARK);
    logIn("admin", PASSWORD);
    assertThat(page).hasURL(browser.root() + "/");
    page.navigate("/setup");
    assertThat(page.locator("main")).containsText("6 of 7 steps are done");
    browser.look("setup");
    page.navigate("/settings");
    browser.look("settings");
  }

  private void rita_logs_in() throws Exception {
    HttpCaller admin = HttpCaller.at(port).as("admin", PASSWORD);
    assertThat(admin.get("/api/people").is(200).text()).contains("\"active\":false");
    String letter =
        GreenMailUtil.getBody(SERVER.getReceivedMessagesForDomain("rita@baton.example")[0])
            .replace("=\r\n", "");
    Matcher link = LINK.matcher(letter);
    assertThat(link.find()).as(letter).isTrue();
    page = browser.open(PHONE, ColorScheme.DARK);
    page.navigate(link.group());
    browser.look("welcome");
    page.locator("#password").fill("short");
    page.locator("#again").fill("short");
    browser.button("Set the password").click();
    assertThat(page.locator("[role=alert]")).containsText("at least 10 characters");
    page.locator("#password").fill("ritas long password");
    page.locator("#again").fill("ritas long password");
    browser.button("Set the password").click();
    assertThat(page.locator("main")).containsText("Your password is set.");
    logIn("rita", "ritas long password");
    assertThat(page).hasURL(browser.root() + "/");
    assertThat(page.locator("h1")).containsText("Rita");
    assertThat(page.navigate(link.group()).status()).isEqualTo(404);
    browser.forgetComplaints();
  }
}
