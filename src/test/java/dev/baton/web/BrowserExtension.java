package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.TestStaff;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Browser session of one test against the test's application. Chromium starts once for all tests;
 * in CI it must be there. A test fails when the console complains: of what the content security
 * policy blocks, or of a script that breaks.
 */
public final class BrowserExtension implements BeforeEachCallback, AfterEachCallback {
  private static final int TIMEOUT = 20_000;

  private final List<String> complaints = new ArrayList<>();
  private final int height;
  private final boolean ours;
  private Chromium chromium;
  private String root;
  private BrowserContext session;
  private Page page;
  private int width;
  private ColorScheme scheme;

  public BrowserExtension() {
    this(800, true);
  }

  private BrowserExtension(int height, boolean ours) {
    this.height = height;
    this.ours = ours;
  }

  /** For Camunda's own pages, which get no script of ours. */
  public static BrowserExtension forWebapps() {
    return new BrowserExtension(900, false);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    chromium =
        test.getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
    root =
        "http://localhost:"
            + SpringExtension.getApplicationContext(test)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
  }

  @Override
  public void afterEach(ExtensionContext test) {
    leave();
    assertThat(complaints).as("complaints on the console").isEmpty();
  }

  /** Opens a page for somebody who has not logged in; who was there before is gone. */
  public Page open(int width, ColorScheme scheme) {
    leave();
    this.width = width;
    this.scheme = scheme;
    session = chromium.session(root, width, height, scheme);
    if (ours) {
      session.addInitScript(chromium.axe());
    }
    session.onConsoleMessage(this::listen);
    page = session.newPage();
    page.setDefaultTimeout(TIMEOUT);
    return page;
  }

  private void leave() {
    if (session != null) {
      session.close();
    }
  }

  private void listen(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  /** For the pages of others, which have their own noise. */
  public void forgetComplaints() {
    complaints.clear();
  }

  public void logIn(String user) {
    logIn(user, TestStaff.PASSWORD);
  }

  public void logIn(String user, String password) {
    page.navigate("/login");
    page.getByLabel("User name").fill(user);
    page.getByLabel("Password").fill(password);
    button("Log in").click();
    assertThat(page).hasURL(root + "/");
  }

  public String root() {
    return root;
  }

  public BrowserContext session() {
    return session;
  }

  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  public Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The page says that it is done. */
  public void told(String text) {
    assertThat(page.locator("#told")).hasText(text);
  }

  /** Takes a picture; the page fits the screen, wears its colours and can be used by everybody. */
  public void look(String name) {
    Chromium.look(page, name, width, scheme);
  }
}
