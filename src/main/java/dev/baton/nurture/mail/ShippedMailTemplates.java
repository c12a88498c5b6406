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
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Shipped mail templates: a head of fields, a blank line, the text. */
final class ShippedMailTemplates {
  private ShippedMailTemplates() {}

  static List<MailTemplate> all(Instant now) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:nurture/*.txt");
      return Arrays.stream(files).map(file -> read(file, now)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MailTemplate read(Resource file, Instant now) {
    String name = String.valueOf(file.getFilename());
    try {
      String[] parts = file.getContentAsString(StandardCharsets.UTF_8).split("\\R\\R", 2);
      Map<String, String> head = new HashMap<>();
      parts[0]
          .lines()
          .map(line -> line.split(": *", 2))
          .forEach(field -> head.put(field[0], field[1].strip()));
      return new MailTemplate(
          name.replace(".txt", ""),
          1,
          NurtureTrack.of(field(name, head, "track")),
          Integer.parseInt(field(name, head, "place")),
          new MailContent(
              field(name, head, "subject"),
              parts[1].strip(),
              field(name, head, "action"),
              field(name, head, "url")),
          true,
          "baton",
          now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String field(String file, Map<String, String> head, String name) {
    return Optional.ofNullable(head.get(name))
        .orElseThrow(() -> new IllegalStateException("%s lacks %s".formatted(file, name)));
  }
}
