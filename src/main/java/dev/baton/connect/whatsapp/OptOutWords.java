package dev.baton.connect.whatsapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Words by which a lead ends all messages, and what it reads then, by language. */
@Component
class OptOutWords {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<Opting> languages;

  OptOutWords() {
    try {
      languages =
          new ClassPathResource("whatsapp-opt-out.txt")
              .getContentAsString(StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Opting::of)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of one language. */
  private record Opting(String language, String confirmation, List<String> words) {
    private static Opting of(String line) {
      String[] parts = line.split("\\|", 3);
      return new Opting(
          parts[0].strip(), parts[1].strip(), List.of(parts[2].strip().split(",\\s*")));
    }
  }

  /** The language in which it is one: a message with nothing else in it. */
  Optional<String> language(String message) {
    String plain = SIGNS.matcher(message.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return languages.stream()
        .filter(each -> each.words().contains(plain))
        .map(Opting::language)
        .findFirst();
  }

  /** What is said back; in English where nobody knows better. */
  String confirmation(String language) {
    return languages.stream()
        .filter(each -> each.language().equals(language))
        .findFirst()
        .orElseGet(() -> languages.get(0))
        .confirmation();
  }
}
