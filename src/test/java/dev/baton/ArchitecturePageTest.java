package dev.baton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The rooms, the arrows between them that their {@code package-info} allows, and the picture and
 * lists of them in {@code docs/architecture.md}, which are made of the code.
 */
class ArchitecturePageTest {
  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final Path MAIN = Path.of("src/main/java/dev/baton");
  private static final Pattern QUESTION = Pattern.compile("(?s)/\\*\\*(.*?)(<p>|\\*/)");

  private static final ApplicationModules MODULES = ApplicationModules.of(Baton.class);

  /** Each room with all that it really uses, by name. */
  private static final Map<String, TreeSet<String>> USES = uses();

  @Test
  void an_arrow_only_goes_where_the_package_info_of_its_room_says() {
    MODULES.verify();
  }

  @Test
  void the_picture_and_the_lists_of_rooms_are_what_the_code_says() throws IOException {
    String page = Files.readString(PAGE);
    page = with(page, "picture", picture());
    page = with(page, "rooms", rooms());
    page = with(page, "packages", packages());
    Generated.isAsMade(PAGE, page);
  }

  private static Map<String, TreeSet<String>> uses() {
    return MODULES.stream()
        .collect(
            Collectors.toMap(
                ArchitecturePageTest::name,
                room ->
                    room.getDirectDependencies(MODULES)
                        .uniqueModules()
                        .map(ArchitecturePageTest::name)
                        .collect(Collectors.toCollection(TreeSet::new)),
                (one, other) -> one,
                TreeMap::new));
  }

  private static String name(ApplicationModule room) {
    return room.getIdentifier().toString();
  }

  /** An arrow is left out where others lead to the same room. */
  private static String picture() {
    return USES.entrySet().stream()
        .flatMap(
            room ->
                room.getValue().stream()
                    .filter(used -> !isReachedByOthers(room.getValue(), used))
                    .map(used -> "  %s --> %s\n".formatted(room.getKey(), used)))
        .collect(Collectors.joining("", "```mermaid\nflowchart TB\n", "```\n"));
  }

  private static boolean isReachedByOthers(TreeSet<String> used, String room) {
    return used.stream().anyMatch(from -> !from.equals(room) && reaches(from, room));
  }

  private static boolean reaches(String from, String room) {
    return USES.get(from).contains(room)
        || USES.get(from).stream().anyMatch(next -> reaches(next, room));
  }

  private static String rooms() throws IOException {
    StringBuilder table = new StringBuilder("| room | question | uses |\n|---|---|---|\n");
    for (Map.Entry<String, TreeSet<String>> room : USES.entrySet()) {
      String used = room.getValue().isEmpty() ? "–" : String.join(" ", room.getValue());
      table.append("| `%s` | %s | %s |\n".formatted(room.getKey(), question(room.getKey()), used));
    }
    return table.toString();
  }

  private static String packages() throws IOException {
    StringBuilder table = new StringBuilder("| package | question |\n|---|---|\n");
    for (String name : subPackages()) {
      table.append("| `%s` | %s |\n".formatted(name.replace('/', '.'), question(name)));
    }
    return table.toString();
  }

  private static List<String> subPackages() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(file -> MAIN.relativize(file.getParent()))
          .filter(folder -> folder.getNameCount() > 1)
          .map(folder -> folder.toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /** The first paragraph of the {@code package-info}. */
  private static String question(String folder) throws IOException {
    Matcher comment =
        QUESTION.matcher(Files.readString(MAIN.resolve(folder).resolve("package-info.java")));
    comment.find();
    return comment
        .group(1)
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("[\\s*]+", " ")
        .strip();
  }

  private static String with(String page, String name, String block) {
    Pattern marked = Pattern.compile("(?s)(<!-- %1$s -->\n).*?(<!-- /%1$s -->)".formatted(name));
    return marked
        .matcher(page)
        .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + block + found.group(2)));
  }
}
