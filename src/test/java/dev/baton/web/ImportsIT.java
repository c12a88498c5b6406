package dev.baton.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.baton.OnH2;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file that is brought in and taken back, in a browser. */
@OnH2
class ImportsIT {
  private static final int PHONE = 375;
  private static final int COMPUTER = 1280;

  @RegisterExtension final BrowserExtension browser = new BrowserExtension();

  @Test
  void marketing_maps_a_column_imports_a_file_and_takes_it_back() {
    imports(COMPUTER, ColorScheme.LIGHT);
  }

  @Test
  @Tag("nightly")
  void marketing_imports_a_file_on_a_phone_in_the_dark() {
    imports(PHONE, ColorScheme.DARK);
  }

  private void imports(int width, ColorScheme scheme) {
    Page page = browser.open(width, scheme);
    browser.logIn("marc");
    page.navigate("/imports");
    browser.button("See what would happen").click();
    assertThat(page.locator("#file-wrong")).hasText("Choose a file.");

    page.locator("#file")
        .setInputFiles(file("Wer " + width + ";Firma;Seit\n%s;Acme;03/04/2024\nnobody;;\n"));
    browser.button("See what would happen").click();
    assertThat(page.locator("#verdict")).hasText("Say which column holds what");
    page.locator("#columns select").nth(0).selectOption("email");
    page.locator("#columns select").nth(1).selectOption("company");
    page.locator("#columns select").nth(2).selectOption("createdAt");
    browser.button("See it with these columns").click();
    assertThat(page.locator("#dates-wrong")).hasText("Please choose one of the list.");
    page.getByLabel("Dates such as").selectOption("dmy");
    browser.button("See it with these columns").click();
    assertThat(page.locator("#verdict")).hasText("2 rows: 1 new lead, 1 refused");
    assertThat(page.locator("#rows tr").first()).containsText("'nobody' is not an e-mail address");
    browser.look("imports");

    browser.button("Import 1 row").click();
    browser.told("The import has begun.");
    assertThat(page.locator("#state")).hasText("Done");
    browser.look("import");
    browser.button("Take it all back").click();
    assertThat(page.locator("#state")).hasText("Taken back");
    page.navigate("/imports");
    browser.look("imports-list");
  }

  private static FilePayload file(String content) {
    String email = UUID.randomUUID() + "@acme.example";
    return new FilePayload(
        "kontakte.csv", "text/csv", content.formatted(email).getBytes(StandardCharsets.UTF_8));
  }
}
