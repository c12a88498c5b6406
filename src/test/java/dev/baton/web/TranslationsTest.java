package dev.baton.web;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.input.Translated;
import dev.baton.people.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  private static final List<String> BY_ENGLISH = List.of("sentences", "scripts");

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
          "preferences");

  /** Names, which are the same in each language. */
  private static final Set<String> NAMES = Set.of("Baton", "admin", "BATON_ADMIN_PASSWORD");

  private static final Pattern NAMED = Pattern.compile("\\{\\d|%(?:\\d\\$)?[,.\\d]*[sdf]");
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
          assertThat(places(translation)).as(key).isEqualTo(places(text));
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
    found(Pattern.compile("#messages\\.msg\\(([^)]*)\\)"), pages)
        .forEach(call -> named.addAll(found(Pattern.compile("'([a-z][\\w.]*)'"), call)));
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
            .replaceAll("(?s)(<(\\w+)[^>]*th:(?:text|utext|replace)=[^>]*>)[^<]*(?=</\\2>)", "$1");
    String text = page.replaceAll("\\[\\[.*?]]", "").replaceAll("(?s)<[^>]*>", "\n");
    assertThat(found(TEXT, text)).as(name).isSubsetOf(NAMES);
    assertThat(
            found(
                Pattern.compile(
                    "\\s(?:title|alt|placeholder|aria-label|data-done|data-sure|data-part)=\"([^\"]*)\""),
                page))
        .as("%s: attributes that people read", name)
        .allMatch(text -> text.startsWith("https://"));
    Set<String> expressions = found(Pattern.compile("\\sth:[\\w-]+=\"([^\"]*)\""), page);
    expressions.forEach(
        expression -> {
          found(Pattern.compile("\\|([^|]*)\\|"), expression)
              .forEach(
                  literal ->
                      assertThat(found(TEXT, literal.replaceAll("[$#]\\{[^}]*}+", "")))
                          .as("%s: %s", name, expression)
                          .allMatch(
                              word ->
                                  NAMES.contains(word)
                                      || (word.matches("[a-z_]+") && !literal.contains(" "))));
          found(Pattern.compile("'([^']*)'"), expression)
              .forEach(
                  literal ->
                      assertThat(literal)
                          .as("%s: %s", name, expression)
                          .matches("[A-Z_]*|[a-z][\\w.:-]*|[^\\p{L}]*|[/#?.&=\\w]*[/#?.=-]\\w*"));
        });
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
    parts.remove("staff-parts");
    assertThat(parts).isSubsetOf(TRANSLATED);
  }

  @Test
  void each_sentence_that_is_translated_is_said_by_the_code() {
    String code =
        files(MAIN.resolve("java"), ".java")
            .map(TranslationsTest::read)
            .collect(joining())
            .replaceAll("\"\\s*\\+\\s*\"", "");
    Set<String> said =
        found(Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\""), code).stream()
            .map(TranslationsTest::placed)
            .collect(toSet());
    assertThat(bundle("sentences").values())
        .allMatch(
            text ->
                said.contains(placed(text)) || said.contains(placed(text).replaceAll("…$", "")));
  }

  /** A sentence whatever it names, and however. */
  private static String placed(String sentence) {
    return sentence.replaceAll("\\{\\d}|%(?:\\d\\$)?[,.\\d]*[sdf]", "…");
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
    assertThat(said).isEqualTo(known);
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
