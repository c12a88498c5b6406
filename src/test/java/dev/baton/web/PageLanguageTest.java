package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.OnH2;
import dev.baton.alert.message.AnswerLinkIssuer;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** In which language a page is: the person's, else the browser's, else English; never in two. */
@OnH2
class PageLanguageTest {
  @Autowired JdbcClient db;
  @Autowired AnswerLinkIssuer issuer;
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
  void a_page_that_is_not_translated_is_english_with_all_that_stands_around_it() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept-Language", "de");
    request.addPreferredLocale(Locale.GERMAN);
    request.setAttribute(
        HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, new HandlerMethod(this, "toString"));
    assertThat(new PageLanguage().resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    PageLanguage.translated(request);
    assertThat(new PageLanguage().resolveLocale(request)).isEqualTo(Locale.GERMAN);
  }

  @ParameterizedTest
  @CsvSource({
    "/setup, Einrichtung, Setting up",
    "/settings, Was aufbewahrt wird, What is kept",
    "/audit, Als Datei herunterladen, Download as a file",
    "/teams, Nächste freie Tage, Next days off",
    "/reps, Letzte 30 Tage, Last 30 days",
    "/imports, Ihre Zeilen sind, Its rows are",
    "/sources, Quelle anlegen, Add a source",
    "/connections, Zielgruppe anlegen, Add an audience",
    "/agents, Letzter Lauf, Last run",
    "/changes, Änderung vorschlagen, Propose a change",
    "/scenarios, Alle durchspielen, Play all",
    "/changes/new?table=score-threshold.dmn, Was sich ändert, What changes",
  })
  void an_administrator_reads_each_page_in_one_language(
      String path, String german, String english) {
    assertThat(open(path, "admin", "de").is(200).text())
        .contains("<html lang=\"de\"", german)
        .doesNotContain(english, "??");
    assertThat(open(path, "admin", "en").is(200).text())
        .contains("<html lang=\"en\"", english)
        .doesNotContain(german, "??");
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

  @ParameterizedTest
  @ValueSource(strings = {"rita", "mona", "marc"})
  void everybody_reads_home_and_lead_in_one_language(String person) throws Exception {
    HandedLead lead = HandedLead.of(baton, db, "Ada");
    for (String path : List.of("/", lead.path(), lead.path() + "/card", lead.path() + "/work")) {
      String german = open(path, person, "de").is(200).text();
      String english = open(path, person, "en").is(200).text();
      assertThat(german)
          .as(path)
          .doesNotContain("??", "Copy</button>", "Next step", "My next actions");
      assertThat(english).as(path).doesNotContain("??", "Kopieren</button>", "Nächster Schritt");
      if (!path.endsWith("/work")) {
        assertThat(german).as(path).contains("<html lang=\"de\"");
        assertThat(english).as(path).contains("<html lang=\"en\"");
      }
    }
  }

  @Test
  void a_rep_works_in_german() throws Exception {
    HandedLead lead = HandedLead.of(baton, db, "Ada");
    chooses("rita", "de");

    assertThat(open("/", "rita", "en").is(200).text())
        .contains("Meine nächsten Aufgaben", "Annehmen oder ablehnen", "name=\"texts\"");
    assertThat(open(lead.path(), "rita", "en").is(200).text())
        .contains("Lead annehmen", "Lead ablehnen", "Passt nicht zu uns", "Vor dem Gespräch")
        .contains("Demo angefragt", "Wurde MQL: bereit zur Prüfung durch den Vertrieb")
        .contains("An den Vertrieb übergeben", "120 Personen", "Warum dieser Lead")
        .doesNotContain("Accept the lead", "Requested a demo", "Became an MQL");
    assertThat(open("/calls", "rita", "en").is(200).text())
        .contains("Kein Anruf fällig", "Versuche und Leakage");
    chooses("rita", null);
  }

  @Test
  void the_page_behind_a_mails_link_is_in_the_language_of_whom_it_was_sent_to() throws Exception {
    HandedLead lead = HandedLead.of(baton, db, "Ada");
    chooses("rita", "de");
    String link = lead.mailedTo("rita", "review", issuer, db);
    assertThat(open(link, null, "en").is(200).text())
        .contains("<html lang=\"de\"", "Sie antworten als", "Lead annehmen");
    assertThat(post(link, "decision=reject").is(422).text())
        .contains("Bitte wählen Sie einen Grund.");
    assertThat(post(link, "decision=accept").is(200).text())
        .contains("<html lang=\"de\"", "Ihre Antwort ist gespeichert", "Der Lead ist angenommen");
    assertThat(open(link, null, "en").is(410).text()).contains("Sie haben geantwortet: heute, ");
    chooses("rita", null);
  }

  @ParameterizedTest
  @CsvSource({
    "review, '{\"decision\":\"reject\"}', bitte eines davon: wrong_icp",
    "review, '{\"decision\":\"maybe\"}', '„maybe“ ist keines von: accept, reject'",
    "review, '{\"decision\":\"reject\",\"reason\":\"low_intent\"}', bitte sagen Sie in einem Satz",
    "touch, '{\"kind\":\"call\",\"outcome\":\"no_answer\"}', Sie haben niemanden erreicht",
    "touch, '{\"kind\":\"call\",\"at\":\"2199-01-01T00:00:00Z\"}', liegt in der Zukunft",
  })
  void why_an_answer_is_refused_is_said_in_german(String question, String answer, String why)
      throws Exception {
    HandedLead lead = HandedLead.of(baton, db, "Ada");
    String path = "/api/handoffs/%s/held/%s".formatted(lead.handoff(), question);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Content-Type", HttpCaller.OBJECT)
            .header("Accept-Language", "de")
            .POST(HttpRequest.BodyPublishers.ofString(answer));
    assertThat(baton.as("rita").send(request).isProblem(422).at("/errors").toString())
        .contains(why);
  }

  private HttpCaller.Answer post(String path, String form) {
    return baton.send(
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
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
