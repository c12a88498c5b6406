package dev.baton.web;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.proposal.ProposalSchema;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.answer.DealSchema;
import dev.baton.handoff.answer.QualificationSchema;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Option;
import dev.baton.input.AnswerForm;
import dev.baton.input.Sentences;
import dev.baton.input.Translated;
import dev.baton.people.Language;
import dev.baton.rejection.ReplySchema;
import dev.baton.review.minutes.ReviewSchema;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts of pages: each in every language, each used, and none written anywhere else. */
class TranslationsTest {
  private static final Path MAIN = Path.of("src/main");
  private static final Path TEMPLATES = MAIN.resolve("resources/templates");
  private static final Path ASSETS = MAIN.resolve("resources/static/assets");
  private static final Path MESSAGES = MAIN.resolve("resources/messages");

  /** Bundles whose texts are found by their English, not by their keys. */
  private static final List<String> BY_ENGLISH =
      List.of("sentences", "tables", "models", "scripts");

  /** Templates whose texts are all in each language; a fragment counts with its whole file. */
  private static final List<String> TRANSLATED =
      List.of(
          "layout",
          "parts",
          "login",
          "leaving",
          "welcome",
          "error",
          "unsubscribe",
          "book",
          "form",
          "preferences",
          "home",
          "staff-parts",
          "lead",
          "lead-card",
          "card-parts",
          "lead-history",
          "lead-work",
          "answer",
          "answer-forms",
          "answer-message",
          "email-parts",
          "agent-parts",
          "calls",
          "leads",
          "lead-parts",
          "figure-parts",
          "sla",
          "deadlines",
          "alerts",
          "funnel",
          "funnel-leads",
          "funnel-rejections",
          "signals",
          "rejections",
          "reviews",
          "review",
          "review-parts",
          "accounts",
          "account",
          "milestones",
          "diagnosis",
          "drift",
          "know",
          "next-hours",
          "nurture",
          "nurture-edit",
          "nurture-parts",
          "status",
          "definition",
          "rep",
          "settings-parts",
          "setup",
          "settings",
          "profile-form",
          "reps",
          "teams",
          "audit",
          "connect-parts",
          "imports",
          "import",
          "sources",
          "source",
          "connections",
          "agents",
          "changes",
          "edit-table",
          "scenarios",
          "change");

  /** Names, which are the same in each language. */
  private static final Set<String> NAMES = Set.of("Baton", "admin", "BATON_ADMIN_PASSWORD");

  private static final Set<String> BANDS = Set.of("hot", "warm", "cool", "cold");

  /** Words that both languages have. */
  private static final Set<String> SAME = Set.of("Budget", "optional");

  /** What only a machine can do wrong, and what the log, the audit and the API's page say. */
  private static final Set<String> OF_MACHINES =
      Set.of(
          "Nothing is asked any more",
          "its owner declined it",
          "The form requires",
          "an object with a criterion each:",
          "The process is on its way from another answer",
          "… doesn't work here",
          "Nobody keeps the calendar … any more",
          "Control characters were taken out",
          "a list of words without commas, each at most … long",
          "a text, not an object or a list",
          "The year",
          "Choose one of the times",
          "There is no such link; perhaps it was cut off on its way",
          "The preferences were not saved",
          "a list of {what, owner, dueOn}",
          "an object with what, owner and dueOn",
          "a list of user ids",
          "an object with a text for each point",
          "a JSON object of fields by column, such as {\"Firma\": \"company\"}",
          "person",
          "import started",
          "import cancelled",
          "import taken back",
          "Bearer");

  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");

  /** A sentence that a statement gives. */
  private static final Pattern OF_SQL = Pattern.compile("\\bthen '([A-Z][^'\\n]* [^'\\n]*)'");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /** What stands in mails and figures, and is no text of a page. */
  private static final Set<String> OF_OTHERS = Set.of("Re: ", "(none)");

  private static final Pattern NAMED = Pattern.compile("\\{\\d|%(?:\\d\\$)?[,.\\d]*[sdfX]");
  private static final Pattern TEXT = Pattern.compile("[\\p{L}_]{2,}");

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path below, String end) {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> bundle(String name) {
    Properties texts = new Properties();
    try (InputStreamReader file =
        new InputStreamReader(
            Files.newInputStream(MESSAGES.resolve(name + ".properties")), StandardCharsets.UTF_8)) {
      texts.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> read = new TreeMap<>();
    texts.forEach((key, text) -> read.put((String) key, (String) text));
    return read;
  }

  static Stream<String> bundles() {
    return Stream.concat(PageTexts.BUNDLES.stream(), BY_ENGLISH.stream());
  }

  static Stream<String> translated() {
    return TRANSLATED.stream();
  }

  private static Set<String> keys() {
    return PageTexts.BUNDLES.stream()
        .flatMap(name -> bundle(name).keySet().stream())
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String template(String name) {
    return read(TEMPLATES.resolve(name + ".html"));
  }

  @Test
  void each_file_of_texts_is_a_bundle_in_each_language() {
    Set<String> files =
        files(MESSAGES, ".properties").map(file -> file.getFileName().toString()).collect(toSet());
    assertThat(files)
        .hasSize(2 * (int) bundles().count())
        .isEqualTo(
            bundles()
                .flatMap(name -> Stream.of(name + ".properties", name + "_de.properties"))
                .collect(toSet()));
    assertThat(Language.codes()).containsExactly("en", "de");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void each_text_is_said_in_each_language_and_names_the_same(String name) {
    Map<String, String> english = bundle(name);
    Map<String, String> german = bundle(name + "_de");
    assertThat(english).isNotEmpty();
    assertThat(german.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) -> {
          String translation = german.get(key);
          assertThat(text).as(key).isNotBlank();
          assertThat(translation).as(key).isNotBlank();
          assertThat(places(text)).as(key).containsAll(places(translation));
          if (!BY_ENGLISH.contains(name)) {
            assertThat(places(translation)).as(key).isEqualTo(places(text));
          }
          if (!BY_ENGLISH.contains(name) && !key.startsWith("clock.format.")) {
            assertThat(text + translation)
                .as("%s: a MessageFormat's quote", key)
                .doesNotContain("'");
          }
        });
  }

  private static List<String> places(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(place -> place.startsWith("{") ? place : "%")
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void no_key_stands_in_two_bundles() {
    assertThat(PageTexts.BUNDLES.stream().mapToInt(name -> bundle(name).size()).sum())
        .isEqualTo(keys().size());
  }

  @Test
  void each_key_that_is_used_exists_and_each_that_exists_is_used() {
    Set<String> keys = keys();
    String pages = files(TEMPLATES, ".html").map(TranslationsTest::read).collect(joining("\n"));
    String code =
        files(MAIN.resolve("java"), ".java").map(TranslationsTest::read).collect(joining());
    Set<String> named = found(Pattern.compile("#\\{([a-z][\\w.]*)"), pages);
    Set<String> parts = keys.stream().map(key -> key.replaceAll("\\..*", "")).collect(toSet());
    found(Pattern.compile("'([a-z]\\w*\\.[\\w.]*)'"), pages).stream()
        .filter(key -> parts.contains(key.replaceAll("\\..*", "")))
        .forEach(named::add);
    Set<String> begun = new TreeSet<>(named);
    begun.addAll(found(Pattern.compile("\"([a-z][a-z_.]*\\.)\""), code));
    begun.removeIf(key -> !key.endsWith("."));
    named.removeAll(begun);
    assertThat(named).isNotEmpty().isSubsetOf(keys);
    Set<String> said = found(Pattern.compile("\"([a-z][\\w.]*)\""), code);
    assertThat(keys)
        .allMatch(
            key ->
                named.contains(key)
                    || pages.contains("'%s'".formatted(key))
                    || said.contains(key)
                    || begun.stream().anyMatch(key::startsWith));
  }

  @ParameterizedTest
  @MethodSource("translated")
  void no_text_stands_in_a_translated_template(String name) {
    String page =
        template(name)
            .replaceAll("(?s)<!--.*?-->|<style>.*?</style>", "")
            // what is replaced when the page is made is for whoever reads the template
            .replaceAll(
                "(?s)(<([\\w:]+)[^>]*th:(?:text|utext|replace)=[^>]*>)[^<]*(?=</\\2>)", "$1");
    String text = page.replaceAll("\\[\\[.*?]]", "").replaceAll("(?s)<[^>]*>", "\n");
    assertThat(found(TEXT, text)).as(name).isSubsetOf(NAMES);
    assertThat(
            found(
                Pattern.compile(
                    "\\s(?:title|alt|placeholder|aria-label|data-done|data-sure|data-part)=\"([^\"]*)\""),
                page))
        .as("%s: attributes that people read", name)
        .allMatch(said -> said.contains("/"));
    Set<String> expressions = found(Pattern.compile("\\sth:[\\w-]+=\"([^\"]*)\""), page);
    expressions.forEach(
        expression -> {
          found(Pattern.compile("\\|([^|]*)\\|"), expression).stream()
              .map(literal -> literal.replaceAll("[$#]\\{[^}]*}+", ""))
              .forEach(
                  literal ->
                      assertThat(found(TEXT, literal))
                          .as("%s: %s", name, expression)
                          .allMatch(
                              word ->
                                  NAMES.contains(word)
                                      || (word.matches("[a-z_]\\w*") && !literal.contains(" "))));
          found(Pattern.compile("'([^']*)'"), expression).stream()
              .filter(literal -> !OF_OTHERS.contains(literal))
              .forEach(
                  literal ->
                      assertThat(literal)
                          .as("%s: %s", name, expression)
                          .matches("[A-Z_]*|[a-z_][\\w.:-]*|[^\\p{L}]*|[/#?.&=\\w]*[/#?.=-]\\w*"));
        });
  }

  /** Such a page is only found out when somebody opens it. */
  @Test
  void no_bean_is_called_where_a_template_may_not() {
    files(TEMPLATES, ".html")
        .forEach(
            file ->
                assertThat(
                        found(
                            Pattern.compile(
                                "th:(?:attr|replace|insert|aria-\\w+|data-[\\w-]+)=\"([^\"]*@[a-z]\\w*\\.[^\"]*)\""),
                            read(file)))
                    .as(file.toString())
                    .isEmpty());
  }

  @Test
  void a_translated_controller_shows_translated_templates_only() {
    Set<String> shown = new TreeSet<>();
    Set<String> all =
        files(TEMPLATES, ".html")
            .map(file -> file.getFileName().toString().replace(".html", ""))
            .collect(toSet());
    files(MAIN.resolve("java"), ".java")
        .map(TranslationsTest::read)
        .filter(code -> code.contains("\n@" + Translated.class.getSimpleName() + "\n"))
        .forEach(
            code ->
                found(
                        Pattern.compile("(?:return|ModelAndView\\(|\\? *|: *)\\s*\"([\\w-]+)\""),
                        code)
                    .stream()
                    .filter(all::contains)
                    .forEach(shown::add));
    assertThat(shown).isNotEmpty().isSubsetOf(TRANSLATED);
    Set<String> parts = new TreeSet<>();
    shown.forEach(name -> parts.addAll(found(Pattern.compile("~\\{([\\w-]+) ::"), template(name))));
    assertThat(parts).isSubsetOf(TRANSLATED);
  }

  /** All that stands in quotes in the code below a folder, whatever it names. */
  private static Set<String> literals(String folder) {
    String code =
        files(MAIN.resolve("java/dev/baton").resolve(folder), ".java")
            .map(TranslationsTest::read)
            .collect(joining("\n"));
    return found(LITERAL, joined(code)).stream()
        .map(TranslationsTest::placed)
        .collect(toCollection(TreeSet::new));
  }

  private static String joined(String code) {
    return code.replaceAll("\"\\s*\\+\\s*\"", "");
  }

  @Test
  void each_sentence_that_is_translated_is_said_by_the_code() {
    String said =
        String.join("\n", literals(""))
            + read(MAIN.resolve("resources/dmn/message-text.dmn")).replaceAll("\\{\\w+}", "…");
    Set<String> words =
        literals("").stream()
            .map(code -> code.replaceAll("(?=[A-Z])|_", " ").toLowerCase(ROOT))
            .collect(toSet());
    words.addAll(BANDS);
    files(MAIN.resolve("java"), ".java")
        .map(TranslationsTest::read)
        .forEach(
            code ->
                found(CONSTANT, code)
                    .forEach(name -> words.add(name.replace('_', ' ').toLowerCase(ROOT))));
    files(MAIN.resolve("java"), ".java")
        .map(TranslationsTest::read)
        .forEach(
            code -> found(OF_SQL, code).forEach(sentence -> words.add(sentence.toLowerCase(ROOT))));
    assertThat(bundle("sentences").values())
        .isNotEmpty()
        .filteredOn(
            sentence ->
                !Stream.of(placed(sentence).split("…"))
                    .map(String::strip)
                    .allMatch(part -> part.length() < 3 || said.contains(part)))
        .allMatch(sentence -> words.contains(sentence.toLowerCase(ROOT)));
  }

  @Test
  void each_word_of_a_table_that_is_translated_ships_in_one() {
    String tables =
        Stream.concat(
                files(MAIN.resolve("resources/dmn"), ".dmn"),
                files(MAIN.resolve("resources/insight"), ".json"))
            .map(TranslationsTest::read)
            .collect(joining());
    String code = String.join("\n", literals("web/call")) + literals("handoff/answer");
    assertThat(bundle("tables").values())
        .isNotEmpty()
        .allMatch(
            text ->
                Pattern.compile("(?:\"|; )%s(?:\"|;)".formatted(Pattern.quote(text)))
                        .matcher(tables)
                        .find()
                    || code.contains(text));
  }

  static Stream<AnswerForm> forms() {
    return Stream.of(
        AnswerSchema.REVIEW,
        AnswerSchema.FIRST_TOUCH,
        AnswerSchema.TOUCH,
        AnswerSchema.PAUSE,
        ReplySchema.ANSWER,
        ReplySchema.DECISION,
        ReplySchema.DUPLICATE,
        ReviewSchema.CLOSE,
        QualificationSchema.BANT,
        DealSchema.OPEN_OPPORTUNITY,
        DealSchema.OUTCOME,
        ProposalSchema.APPROVAL);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void each_word_of_a_form_on_a_translated_page_is_translated(AnswerForm form) {
    List<String> words =
        Stream.concat(
                Stream.ofNullable(form.how()),
                form.fields().stream()
                    .flatMap(
                        field ->
                            Stream.concat(
                                field.parts().stream().map(AnswerField::label),
                                Stream.concat(
                                    Stream.of(field.label(), field.hint()),
                                    Stream.concat(
                                        field.type() == AnswerField.Type.CURRENCY
                                            ? Stream.empty()
                                            : field.options().stream().map(Option::label),
                                        Stream.ofNullable(field.required())
                                            .map(AnswerField.Required::sentence))))))
            .filter(Objects::nonNull)
            .toList();
    assertThat(words)
        .isNotEmpty()
        .allMatch(text -> !Sentences.in(Locale.GERMAN, text).equals(text) || SAME.contains(text));
    AnswerForm german = form.in(Locale.GERMAN);
    assertThat(german.names()).isEqualTo(form.names());
    assertThat(german.fields().stream().flatMap(field -> field.codes().stream()).toList())
        .containsAll(
            form.fields().stream()
                .filter(field -> field.type() != AnswerField.Type.CRITERION)
                .flatMap(field -> field.codes().stream())
                .toList());
  }

  /** Where refusals come from that a translated page shows. */
  static Stream<String> refusing() {
    return Stream.of(
        "handoff/AnswerCheck",
        "handoff/Answers",
        "handoff/DeclineCommands",
        "handoff/TouchLog",
        "handoff/ReassignCommands",
        "web/late/LateReasons",
        "web/figures/DateRange",
        "insight/funnel/Diagnosis",
        "insight/sla/marketing/MarketingSla",
        "rejection/MarketingFollowUps",
        "rejection/RejectionCommands",
        "rejection/Duplicates",
        "review/ReviewCommands",
        "review/ReviewPermissions",
        "review/ReviewOpening",
        "review/minutes/DecisionAnswer",
        "review/minutes/DecisionDraftReader",
        "review/minutes/MinutesReader",
        "review/figures/ReviewFunnelFigures",
        "review/figures/ReviewMailFigures",
        "review/figures/ReviewNoticeFigures",
        "review/figures/ReviewRejectionFigures",
        "review/figures/ReviewSignalFigures",
        "review/figures/ReviewSlaFigures",
        "review/figures/ReviewStalledFigures",
        "lead/account/NameMatch",
        "lead/account/LeadMatching",
        "lead/account/AccountComparison",
        "web/account/AccountCommands",
        "web/figures/KnowQuery",
        "web/figures/PatternPageController",
        "know/diagnosis/RepDiagnoses",
        "know/forecast/MonthEstimate",
        "know/scorecard/CaseSplit",
        "rehearsal/NextHoursSummary",
        "rehearsal/NextHoursQueries",
        "people/Presence",
        "nurture/mail/MailTemplateParser",
        "web/status/StatusPage",
        "web/status/StatusPageAssembler",
        "web/status/StatusLine",
        "sql/DatabaseHealthIndicator",
        "engine/guard/JobsHealthIndicator",
        "alert/OutboxHealthIndicator",
        "alert/ChannelsHealthIndicator",
        "connect/imports/ImportsHealthIndicator",
        "connect/connection/ConnectionsHealthIndicator",
        "mailbox/MailboxHealthIndicator",
        "handoff/process/HandoffsHealthIndicator",
        "handoff/ClaimCommands",
        "handoff/answer/AnswerReader",
        "handoff/answer/CriteriaReader",
        "handoff/answer/QualificationMusts",
        "handoff/assignment/Claims",
        "handoff/held/HeldAnswerCommands",
        "handoff/held/HeldAnswerController",
        "handoff/lifecycle/AnswerPreconditions",
        "handoff/lifecycle/PauseRules",
        "handoff/lifecycle/Pausing",
        "input/FieldReader",
        "input/Passwords",
        "input/Formats",
        "input/TextPolicy",
        "mailbox/EmailCommands",
        "mailbox/EmailPermission",
        "booking/MeetingCommands",
        "booking/BookingChanges",
        "booking/BookingPageController",
        "people/settings/PreferenceController",
        "access/invitation/FirstPasswords",
        "access/invitation/InvitationController",
        "access/invitation/InvitationMail",
        "access/token/TokenController",
        "access/token/TokenDraft",
        "alert/ChannelController",
        "people/settings/AbsenceController",
        "people/settings/CalendarController",
        "people/settings/ChangeReader",
        "people/settings/PeoplePermissions",
        "people/settings/PersonParser",
        "people/settings/TeamController",
        "people/RoutingTerms",
        "sla/Holidays",
        "sla/WorkingHours",
        "sla/WorkingSpan",
        "privacy/AuditCheck",
        "connect/imports/ImportCommands",
        "connect/imports/ImportController",
        "connect/imports/ImportJob",
        "connect/imports/ImportPlanner",
        "connect/imports/ImportQueries",
        "connect/imports/LeadImport",
        "connect/imports/OutcomeImport",
        "connect/imports/PastStages",
        "connect/mapping/RowParser",
        "connect/table/CsvSource",
        "connect/table/SpreadsheetSource",
        "connect/table/TableFile",
        "connect/audience/AudienceController",
        "connect/audience/AudienceReader",
        "connect/connection/ConnectionController",
        "connect/connection/ConnectionReader",
        "alert/setting/ChannelSettingCommands",
        "alert/mail/EnteredMailServer",
        "alert/slack/SlackAccess",
        "sql/SecretEncryption",
        "connect/connection/Systems",
        "connect/source/LookupCalls",
        "connect/source/SourceQueries",
        "connect/source/SourceReader");
  }

  @ParameterizedTest
  @MethodSource("refusing")
  void each_refusal_on_a_translated_page_is_translated(String file) {
    Set<String> known =
        bundle("sentences").values().stream().map(TranslationsTest::begun).collect(toSet());
    Set<String> said =
        found(
                LITERAL,
                joined(withoutDescriptions(read(MAIN.resolve("java/dev/baton/" + file + ".java")))))
            .stream()
            .filter(text -> text.matches("[A-Za-z%'][^/=\n]* .*|not .*"))
            .filter(text -> TEXT.matcher(placed(text)).find())
            .filter(text -> !text.matches("(?s).*(\\bselect\\b|\\bupdate\\b|\\bdelete\\b|\\\\p).*"))
            .map(TranslationsTest::begun)
            .filter(text -> !OF_MACHINES.contains(text))
            .collect(toCollection(TreeSet::new));
    assertThat(said).isSubsetOf(known);
  }

  /** They are words, not sentences, and are kept in English. */
  @Test
  void each_column_and_line_of_a_reviews_figures_is_translated() {
    Set<String> known = new TreeSet<>(bundle("sentences").values());
    known.add("MQL");
    Set<String> named = new TreeSet<>();
    files(MAIN.resolve("java/dev/baton/review/figures"), ".java")
        .map(TranslationsTest::read)
        .map(TranslationsTest::joined)
        .forEach(
            code ->
                named.addAll(
                    found(
                        Pattern.compile("(?:new Column|Line\\.of|\\bline)\\(\\s*\"([^\"]+)\"[,)]"),
                        code)));
    assertThat(named).hasSizeGreaterThan(20).isSubsetOf(known);
  }

  private static String withoutDescriptions(String code) {
    return code.replaceAll("(?s)@Operation\\(.*?\\)\\n|LOG\\.\\w+\\(.*?\\);", "");
  }

  /** What a sentence begins with, where it ends with what it names. */
  private static String begun(String sentence) {
    return placed(sentence).replaceAll(" ?…$", "").strip();
  }

  @Test
  void each_sentence_that_a_page_translates_is_known() {
    Set<String> known = new TreeSet<>(bundle("sentences").values());
    Set<String> said = new TreeSet<>();
    files(MAIN.resolve("java/dev/baton/web"), ".java")
        .map(TranslationsTest::read)
        .map(TranslationsTest::joined)
        .forEach(
            code ->
                said.addAll(
                    found(
                        Pattern.compile(
                            "(?:texts\\(?\\)?\\.(?:format|translated)|\\bsaid)\\(\\s*\"([^\"]+)\""),
                        code)));
    assertThat(said).isNotEmpty().isSubsetOf(known);
  }

  /** A sentence whatever it names, and however. */
  private static String placed(String sentence) {
    return sentence
        .replace("\\\"", "\"")
        .replaceAll("\\{\\d}|%(?:\\d\\$)?[,.\\d]*[sdfX]", "…")
        .replace("%%", "%");
  }

  @Test
  void scripts_of_translated_pages_say_what_is_translated_and_nothing_else() {
    Set<String> known = new TreeSet<>(bundle("scripts").values());
    Set<String> said = new TreeSet<>();
    files(ASSETS, ".js")
        .map(TranslationsTest::read)
        .filter(script -> script.contains("from './texts.js'"))
        .forEach(
            script -> {
              Pattern words = Pattern.compile("\\b(?:say|text|translated)\\('([^']*)'");
              said.addAll(found(words, script));
              assertThat(
                      found(
                          Pattern.compile("'([A-Z][^']* [^']*)'"),
                          words.matcher(script).replaceAll("")))
                  .isEmpty();
            });
    assertThat(said).isNotEmpty().isSubsetOf(known);
    known.removeAll(said);
    assertThat(literals("nurture")).as("what is told to a script").containsAll(known);
    known.addAll(said);
    Set<String> run =
        TRANSLATED.stream()
            .flatMap(
                name ->
                    found(Pattern.compile("src=\"/assets/([\\w-]+)\\.js\""), template(name))
                        .stream())
            .collect(toCollection(TreeSet::new));
    assertThat(run).isNotEmpty();
    run.forEach(
        name ->
            assertThat(found(Pattern.compile("'([A-Z][^']* [^']*)'"), script(name)))
                .as(name)
                .allMatch(known::contains));
  }

  private static String script(String name) {
    return read(ASSETS.resolve(name + ".js"));
  }
}
