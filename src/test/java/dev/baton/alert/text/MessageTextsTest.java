package dev.baton.alert.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.engine.FileDecisions;
import dev.baton.people.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts of messages are data: the table {@code message-text}. */
class MessageTextsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");

  /** Where code says a row, or names one; what ends with a line below begins several. */
  private static final Pattern SAID =
      Pattern.compile(
          "(?:Text\\s*\\.of|\\.label|[( ]label|wording\\.known)\\(\\s*\"([a-z_]+)\"|\"([a-z_]+)\"");

  private final MessageTexts texts = new MessageTexts(FileDecisions.shipped());

  private Wording in(Language language) {
    return texts.in(language, BERLIN);
  }

  @Test
  void each_text_that_the_code_says_is_a_row_and_each_row_is_said_by_the_code() {
    Set<String> said = new TreeSet<>();
    Set<String> words = new TreeSet<>();
    for (String source : sources()) {
      SAID.matcher(source)
          .results()
          .forEach(
              each -> {
                if (each.group(1) != null) {
                  said.add(each.group(1));
                }
                words.add(each.group(1) == null ? each.group(2) : each.group(1));
              });
    }
    Set<String> rows = rows().stream().map(MessageTextsTest::word).collect(Collectors.toSet());
    assertThat(said.stream().filter(word -> !word.endsWith("_"))).isSubsetOf(rows);
    assertThat(said.stream().filter(word -> word.endsWith("_")))
        .isNotEmpty()
        .allMatch(family -> rows.stream().anyMatch(row -> row.startsWith(family)), "has rows");
    assertThat(rows)
        .isNotEmpty()
        .allMatch(
            row ->
                words.contains(row)
                    || words.stream().anyMatch(word -> word.endsWith("_") && row.startsWith(word)),
            "is said");
  }

  /** Those that use texts: a word of a row elsewhere is another word. */
  private static List<String> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/baton"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(MessageTextsTest::read)
          .filter(
              text -> text.contains("baton.alert.text") || text.contains("baton.alert.message;"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_text_gets_all_that_it_names() {
    Pattern given = Pattern.compile("Text\\.of\\(\\s*\"([a-z_]+)\",\\s*Map\\.of\\(");
    Map<String, Set<String>> named = new HashMap<>();
    rows().forEach(row -> named.put(word(row), names(row)));
    int checked = 0;
    for (String source : sources()) {
      for (MatchResult text : given.matcher(source).results().toList()) {
        Set<String> keys = new TreeSet<>();
        Matcher words = Pattern.compile("\"(\\w+)\",").matcher(arguments(source, text.end()));
        while (words.find()) {
          keys.add(words.group(1));
        }
        assertThat(keys).as(text.group(1)).containsAll(named.get(text.group(1)));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(50);
  }

  /** Up to the bracket that closes. */
  private static String arguments(String source, int from) {
    int open = 1;
    int at = from;
    while (open > 0) {
      open += source.charAt(at) == '(' ? 1 : source.charAt(at) == ')' ? -1 : 0;
      at++;
    }
    return source.substring(from, at);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_text_is_said_in_every_language_without_a_placeholder_left_over(Language language) {
    Wording wording = in(language);
    for (DecisionRow row : rows()) {
      Map<String, String> values =
          names(row).stream().collect(Collectors.toMap(name -> name, name -> "x" + name));
      assertThat(wording.known(word(row))).as(word(row)).isPresent();
      assertThat(wording.say(Text.of(word(row), values)))
          .as(word(row))
          .isNotBlank()
          .doesNotContain("{", "}");
    }
  }

  @Test
  void german_says_all_that_english_says() {
    for (DecisionRow row : rows()) {
      assertThat(names(row.text("de"))).as(word(row)).isEqualTo(names(row.text("text")));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assigned | Neuer Lead zu prüfen",
        "handed_over | An Sie übergeben, zu prüfen",
        "team_assigned | Neuer Lead für Ben zu prüfen",
        "due_soon | Prüfung bald fällig",
        "overdue_owner | Prüfung überfällig, der Lead geht bald an jemand anderen",
        "overdue | Prüfung überfällig, zuständig: Ben",
        "taken | Ben hat diesen Lead jetzt, überfällig war: Prüfung",
        "nobody_left | Prüfung überfällig, und niemand sonst im Team kann übernehmen",
        "unowned | Für diesen Lead ist noch niemand zuständig",
        "next_attempt | Jetzt erneut versuchen, Versuch 1.234",
        "absence_given | Ben ist abwesend: 3 Leads in Vertretung für Sie",
        "reply_overdue | Ihre Antwort auf eine Ablehnung aus dem Vertrieb ist überfällig",
        "token_expiry | Das Token von ERP läuft am 1. Dezember 2026 ab",
        "cooling_off_over | Zeit, sich bei diesem Lead wieder zu melden: „Kein Budget“ war vor 12 Tagen",
        "meeting_booked | Ada hat einen Termin bei Ihnen gebucht: Di., 24. Nov., 13:30 Uhr",
        "connection_ill | Verbindung CRM nimmt nichts an",
        "digest | 3 Dinge warten auf Sie",
        "test | Ein Test von Baton: Dieser Kanal erreicht Sie.",
      })
  void a_german_reads_german(String row, String said) {
    Map<String, Object> values = new HashMap<>();
    values.put("task", Text.of("task_review"));
    values.put("question", Text.of("question_review"));
    values.put("owner", "Ben");
    values.put("person", "Ben");
    values.put("lead", "Ada");
    values.put("attempt", 1234);
    values.put("leads", Text.count(3, "one_lead", "leads"));
    values.put("token", "ERP");
    values.put("connection", "CRM");
    values.put("day", LocalDate.of(2026, 12, 1));
    values.put("when", Instant.parse("2026-11-24T12:30:00Z"));
    values.put("reason", "Kein Budget");
    values.put("ago", Text.of("age_days", Map.of("n", 12)));
    values.put("n", 3);
    assertThat(in(Language.DE).say(Text.of(row, values))).isEqualTo(said);
  }

  @Test
  void what_a_text_names_is_filled_in_as_it_is_or_with_a_capital() {
    assertThat(
            in(Language.EN)
                .say(
                    Text.of(
                        "overdue",
                        Map.of("question", Text.of("question_review"), "owner", "rita $1 {n}"))))
        .isEqualTo("Review overdue, owner rita $1 {n}");
  }

  @Test
  void a_text_that_lacks_german_is_said_in_english() {
    Wording german =
        changed("<text>\"{Question} bald fällig\"</text>", "<text>\"\"</text>", "due soon", "soon");
    assertThat(german.label("due_soon")).isEqualTo("{Question} soon");
    assertThat(german.label("unowned")).isEqualTo("Für diesen Lead ist noch niemand zuständig");
  }

  @Test
  void a_table_of_before_german_is_said_as_it_ships_where_nobody_changed_it() {
    String before =
        FileDecisions.xml("message-text")
            .replaceAll("(?s)\\s*<outputEntry id=\"[a-z-]+-out-3\">.*?</outputEntry>", "")
            .replaceAll("(?s)\\s*<output id=\"message-text-output-3\".*?</output>", "")
            .replaceAll("(?s)\\s*<rule id=\"label-who\">.*?</rule>", "")
            .replace("{Question} due soon", "Hurry: {question}");
    Decisions old = FileDecisions.shippedBut(Map.of("message-text", before));
    Wording german = new MessageTexts(old).in(Language.DE, BERLIN);
    assertThat(german.label("due_soon")).isEqualTo("Hurry: {question}");
    assertThat(german.label("unowned")).isEqualTo("Für diesen Lead ist noch niemand zuständig");
    assertThat(german.label("label_who")).isEqualTo("Wer");
  }

  @Test
  void a_stored_text_is_read_in_the_language_of_whoever_reads_it() {
    String stored =
        StoredText.write(
            Text.of("closed_rejected", Map.of("person", Text.of("a_rule"), "why", ": Spam")));
    assertThat(in(Language.EN).say(StoredText.read(stored))).isEqualTo("Rejected by a rule: Spam");
    assertThat(in(Language.DE).say(StoredText.read(stored)))
        .isEqualTo("Abgelehnt von einer Regel: Spam");
    assertThat(in(Language.DE).say(StoredText.read("Accepted by Rita")))
        .isEqualTo("Accepted by Rita");
  }

  private static Wording changed(String german, String other, String english, String said) {
    String table = FileDecisions.xml("message-text").replace(german, other).replace(english, said);
    return new MessageTexts(FileDecisions.shippedBut(Map.of("message-text", table)))
        .in(Language.DE, BERLIN);
  }

  private static List<DecisionRow> rows() {
    return FileDecisions.shipped().rows("message-text", Map.of());
  }

  private static String word(DecisionRow row) {
    return row.text("message");
  }

  private static Set<String> names(DecisionRow row) {
    Set<String> names = names(row.text("text"));
    names.addAll(names(row.text("de")));
    return names;
  }

  private static Set<String> names(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(
            name ->
                name.group(1).substring(0, 1).toLowerCase(Locale.ROOT) + name.group(1).substring(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
