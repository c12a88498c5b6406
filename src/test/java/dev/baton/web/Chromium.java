package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.core.io.ClassPathResource;

/** The browser of the machine. Tests are skipped without one; in CI it must be there. */
public final class Chromium implements ExtensionContext.Store.CloseableResource {
  private final Playwright playwright;
  private final Browser browser;
  private final String axe;

  public Chromium() {
    Path chromium = find();
    // a page that was told of a conflict reloads after five seconds
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox")));
    axe = read();
  }

  /** The script that finds what not everybody can use. */
  public String axe() {
    return axe;
  }

  private static String read() {
    try {
      return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () -> {
              String missing = "No Chromium in /usr/bin: install it to run the tests in a browser";
              if (System.getenv("CI") != null) {
                throw new AssertionError(missing);
              }
              return abort(missing);
            });
  }

  /** Session of somebody new in front of a screen. */
  public BrowserContext session(String root, int width, int height, ColorScheme scheme) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setBaseURL(root)
            .setViewportSize(width, height)
            .setColorScheme(scheme));
  }

  /** Takes a picture; the page fits the screen, wears its colours and can be used by everybody. */
  @SuppressWarnings("unchecked")
  public static void look(Page page, String name, int width, ColorScheme scheme) {
    Path picture =
        Path.of("target", "pages", "%s-%d-%s.png".formatted(name, width, scheme).toLowerCase());
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as("width of %s", name)
        .isLessThanOrEqualTo(width);
    int red =
        (int) page.evaluate("+getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]");
    assertThat(red < 128).as("darkness of %s", name).isEqualTo(scheme == ColorScheme.DARK);
    assertThat(
            (List<Object>)
                page.evaluate(
                    """
                    async () => (await axe.run()).violations
                      .filter((v) => ['serious', 'critical'].includes(v.impact)
                        || v.id === 'landmark-unique')
                      .map((v) => v.id + ' at ' + v.nodes.map((n) => n.target).join(', '))
                    """))
        .as("findings on %s", name)
        .isEmpty();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
