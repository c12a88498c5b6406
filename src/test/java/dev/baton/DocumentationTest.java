package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages that people read name what is there. */
class DocumentationTest {
  private static final Path MAIN = Path.of("src/main/java/dev/baton");
  private static final Path TESTS = Path.of("src/test/java/dev/baton");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final List<Path> ROOTS =
      List.of(Path.of(""), MAIN, TESTS, RESOURCES, RESOURCES.resolve("static"));

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern FENCED = Pattern.compile("(?s)```.*?```");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern RULE = Pattern.compile("\\bR(\\d+)\\b");
  private static final Pattern DEFINED = Pattern.compile("\\*\\*R(\\d+) ");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** In the form {@code handoff.answer.AnswerSchema}: below the package of the application. */
  private static final Pattern QUALIFIED = Pattern.compile("([a-z]+\\.)+[A-Z]\\w+");

  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]\\w+");
  private static final Pattern FILE =
      Pattern.compile(
          "(?!META-INF)\\.?[\\w./-]+/[\\w.-]+\\.(java|sql|dmn|bpmn|form|html|js|css|yaml|json|txt)");

  private static Set<String> words;

  @BeforeAll
  static void every_word_of_the_sources() {
    words =
        sources()
            .flatMap(file -> WORD.matcher(text(file)).results())
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertThat(words).hasSizeGreaterThan(5_000);
  }

  @Test
  void every_link_leads_to_a_file() {
    List<Mention> links = found(pages(), LINK).filter(link -> !link.leadsOut()).toList();
    assertThat(links).hasSizeGreaterThan(100);
    assertThat(links.stream().filter(link -> !link.leads())).isEmpty();
  }

  @Test
  void every_rule_that_is_cited_is_defined() {
    Set<String> defined = numbers(DEFINED, Stream.of(Path.of("docs/rules.md")));
    assertThat(defined).hasSize(28);
    assertThat(numbers(RULE, Stream.concat(sources(), pages()))).isEqualTo(defined);
  }

  @Test
  void every_class_that_is_named_with_its_package_is_there() {
    List<Mention> named = code(QUALIFIED).toList();
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(named.stream().filter(mention -> !isClass(mention.text()))).isEmpty();
  }

  @Test
  void every_file_that_is_named_is_there() {
    List<Mention> named = code(FILE).toList();
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named.stream().filter(mention -> !isFile(mention))).isEmpty();
  }

  @Test
  void every_class_that_is_named_is_a_word_of_the_sources() {
    List<Mention> named = code(CLASS).toList();
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(named.stream().filter(mention -> !words.contains(mention.text()))).isEmpty();
  }

  private record Mention(Path page, String text) {
    boolean leadsOut() {
      return text.matches("(https?|mailto):.*");
    }

    boolean leads() {
      String[] parts = text.split("#", 2);
      Path target = parts[0].isEmpty() ? page : beside(parts[0]);
      return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    Path beside(String file) {
      return page.resolveSibling(file).normalize();
    }
  }

  private static boolean isClass(String name) {
    String path = name.replace('.', '/') + ".java";
    return Stream.of(MAIN, TESTS).anyMatch(root -> Files.exists(root.resolve(path)));
  }

  private static boolean isFile(Mention mention) {
    return ROOTS.stream().map(root -> root.resolve(mention.text())).anyMatch(Files::exists);
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(Path page) {
    return HEADING
        .matcher(text(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** Of pages about today; the changelog tells of what was. */
  private static Stream<Mention> code(Pattern pattern) {
    return found(pages().filter(page -> !page.endsWith("CHANGELOG.md")), CODE)
        .filter(mention -> pattern.matcher(mention.text()).matches());
  }

  private static Stream<Mention> found(Stream<Path> pages, Pattern pattern) {
    return pages.flatMap(
        page ->
            pattern
                .matcher(FENCED.matcher(text(page)).replaceAll(""))
                .results()
                .map(found -> new Mention(page, found.group(1))));
  }

  private static Set<String> numbers(Pattern pattern, Stream<Path> files) {
    return files
        .flatMap(file -> pattern.matcher(text(file)).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Path> pages() {
    return Stream.of(Path.of(""), Path.of("docs"))
        .flatMap(DocumentationTest::below)
        .filter(page -> page.toString().endsWith(".md"))
        .filter(page -> page.getNameCount() == 1 || page.startsWith("docs"))
        .distinct();
  }

  private static Stream<Path> sources() {
    return below(Path.of("src"))
        .filter(file -> file.toString().matches(".*\\.(java|sql|dmn|bpmn|form|html|js|yaml)"));
  }

  private static Stream<Path> below(Path folder) {
    int depth = folder.toString().isEmpty() ? 1 : 20;
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
