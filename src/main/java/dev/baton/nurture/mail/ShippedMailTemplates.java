package dev.baton.nurture.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Shipped mail templates, each in English and German: a head of fields, a blank line, the text. */
final class ShippedMailTemplates {
  private static final String FOLDER = "classpath*:nurture/";
  private static final String GERMAN = "_de.txt";

  private ShippedMailTemplates() {}

  /** A file as it is written. */
  private record Written(String name, Map<String, String> head, String body) {
    String field(String field) {
      return Optional.ofNullable(head.get(field))
          .orElseThrow(() -> new IllegalStateException("%s lacks %s".formatted(name, field)));
    }

    MailContent content() {
      return new MailContent(field("subject"), body, field("action"), field("url"));
    }
  }

  static List<MailTemplate> all(Instant now) {
    try {
      Map<String, Written> files =
          Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FOLDER + "*.txt"))
              .map(ShippedMailTemplates::read)
              .collect(
                  Collectors.toMap(Written::name, file -> file, (one, other) -> one, TreeMap::new));
      return files.values().stream()
          .filter(file -> !file.name().endsWith(GERMAN))
          .map(
              file ->
                  template(
                      file,
                      Optional.ofNullable(files.get(file.name().replace(".txt", GERMAN))),
                      now))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MailTemplate template(Written english, Optional<Written> german, Instant now) {
    return new MailTemplate(
        english.name().replace(".txt", ""),
        1,
        NurtureTrack.of(english.field("track")),
        Integer.parseInt(english.field("place")),
        english.content(),
        german.map(Written::content).orElse(null),
        true,
        "baton",
        now);
  }

  private static Written read(Resource file) {
    try {
      String[] parts = file.getContentAsString(StandardCharsets.UTF_8).split("\\R\\R", 2);
      Map<String, String> head = new HashMap<>();
      parts[0]
          .lines()
          .map(line -> line.split(": *", 2))
          .forEach(field -> head.put(field[0], field[1].strip()));
      return new Written(String.valueOf(file.getFilename()), head, parts[1].strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
