package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In which language a page is: the person's, else the browser's, else English; never in two. */
@OnH2
class PageLanguageTest {
  private HttpCaller baton;

  @BeforeEach
  void begin(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  private HttpCaller.Answer open(String path, @Nullable String user, @Nullable String accepted) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    if (accepted != null) {
      request.header("Accept-Language", accepted);
    }
    return (user == null ? baton : baton.as(user)).send(request);
  }

  private void chooses(String person, @Nullable String language) {
    Map<String, Object> change = new HashMap<>();
    change.put("language", language);
    baton
        .as(person)
        .send(
            "PUT",
            "/api/people/%s/preferences".formatted(person),
            HttpCaller.OBJECT,
            HttpCaller.json(change))
        .is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "de, de, Benutzername",
    "'de-AT,de;q=0.9,en;q=0.8', de, Benutzername",
    "'fr,de;q=0.9,en;q=0.8', de, Benutzername",
    "'en;q=0.8,de;q=0.9', de, Benutzername",
    "'en-GB,de;q=0.5', en, User name",
    "fr, en, User name",
    "'', en, User name",
    "'?;=', en, User name",
  })
  void who_is_not_logged_in_reads_the_language_of_the_browser(
      String accepted, String language, String text) {
    String page = open("/login", null, accepted).is(200).text();
    assertThat(page).contains("<html lang=\"%s\"".formatted(language), text).doesNotContain("??");
  }

  @Test
  void what_a_person_chose_counts_more_than_what_the_browser_asks_for() {
    assertThat(open("/preferences", "rita", "de").text())
        .contains(
            "<html lang=\"de\"", "Zum Inhalt springen", "So erfahre ich von Leads", "Abmelden")
        .doesNotContain("Skip to content", "Log out", "Save<", "??");
    assertThat(open("/preferences", "rita", null).text())
        .contains("<html lang=\"en\"", "Skip to content", "How Baton tells me")
        .doesNotContain("Abmelden", "??");

    chooses("rita", "de");
    assertThat(open("/preferences", "rita", "en").text())
        .contains("<html lang=\"de\"", "So erfahre ich von Leads");
    chooses("rita", "en");
    assertThat(open("/preferences", "rita", "de").text())
        .contains("<html lang=\"en\"", "How Baton tells me");
    chooses("rita", null);
    assertThat(open("/preferences", "rita", "de").text()).contains("<html lang=\"de\"");
  }

  @Test
  void a_page_that_is_not_translated_is_english_with_all_that_stands_around_it() {
    String page = open("/funnel", "mona", "de").is(200).text();
    assertThat(page)
        .contains("<html lang=\"en\"", "Skip to content", "Log out", "All times are")
        .doesNotContain("Abmelden", "name=\"texts\"");
  }

  @Test
  void what_stands_instead_of_a_page_is_in_the_readers_language() {
    assertThat(open("/leads/no-such-lead", "rita", "de").is(404).text())
        .contains("<html lang=\"de\"", "Seite nicht gefunden", "Zurück zur Startseite");
    assertThat(open("/no-such-page", "rita", "de").is(403).text())
        .contains("<html lang=\"de\"", "Kein Zugang");
    assertThat(open("/settings", "rita", "de").is(403).text())
        .contains("<html lang=\"de\"", "Kein Zugang");
  }

  @Test
  void refusals_of_a_page_are_in_its_language_and_those_of_the_api_english() {
    String path = "/api/people/rita/preferences";
    String wrong = HttpCaller.json(Map.of("digestHour", 40));
    assertThat(put(path, wrong, "de").isProblem(422, "digestHour").at("/errors/0/message").asText())
        .isEqualTo("eine ganze Zahl von 0 bis 23");
    assertThat(put(path, wrong, null).isProblem(422, "digestHour").at("/errors/0/message").asText())
        .isEqualTo("a whole number from 0 to 23");
  }

  private HttpCaller.Answer put(String path, String body, @Nullable String accepted) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Content-Type", HttpCaller.OBJECT)
            .method("PUT", HttpRequest.BodyPublishers.ofString(body));
    if (accepted != null) {
      request.header("Accept-Language", accepted);
    }
    return baton.as("rita").send(request);
  }
}
