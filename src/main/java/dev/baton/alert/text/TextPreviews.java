package dev.baton.alert.text;

import dev.baton.engine.Decisions;
import dev.baton.people.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Previews of what a proposed table of texts says otherwise, before anybody is told it. */
@Component
public class TextPreviews {
  /** The file of the table. */
  public static final String FILE = TextTable.ID + ".dmn";

  private static final Map<String, Object> EXAMPLES =
      Map.ofEntries(
          Map.entry("task", Text.of("task_review")),
          Map.entry("question", Text.of("question_review")),
          Map.entry("owner", "Rita Rossi"),
          Map.entry("person", "Rita Rossi"),
          Map.entry("rep", "Rita Rossi"),
          Map.entry("inviter", "Rita Rossi"),
          Map.entry("lead", "Ada Lovelace, Acme"),
          Map.entry("company", "Acme"),
          Map.entry("email", "ada@acme.example"),
          Map.entry("leads", Text.of("leads", Map.of("n", 3))),
          Map.entry("people", Text.of("people", Map.of("n", 3))),
          Map.entry("ago", Text.of("age_days", Map.of("n", 12))),
          Map.entry("length", Text.of("length_hours", Map.of("n", 3))),
          Map.entry("channel", "Slack"),
          Map.entry("by", Text.of("by", Map.of("person", "Rita Rossi"))),
          Map.entry("day", LocalDate.of(2026, 12, 1)),
          Map.entry("score", 80),
          Map.entry("attempt", 2),
          Map.entry("n", 3));

  private final MessageTexts texts;

  TextPreviews(MessageTexts texts) {
    this.texts = texts;
  }

  /** Those that differ from what is in force; none of a file that can't be read. */
  public List<TextPreview> of(String proposed) {
    return Decisions.rowsOf(proposed.getBytes(StandardCharsets.UTF_8))
        .map(TextTable::of)
        .map(this::differing)
        .orElse(List.of());
  }

  private List<TextPreview> differing(TextTable proposed) {
    TextTable now = texts.inForce();
    return new TreeSet<>(proposed.in(Language.EN).keySet())
        .stream()
            .filter(
                row ->
                    Arrays.stream(Language.values())
                        .anyMatch(
                            language ->
                                !proposed
                                    .in(language)
                                    .getOrDefault(row, "")
                                    .equals(now.in(language).get(row))))
            .map(row -> preview(row, proposed))
            .toList();
  }

  /** What nobody has an example of is shown as it is written. */
  private static Map<String, Object> named(String row, TextTable proposed) {
    Map<String, Object> named = new HashMap<>(EXAMPLES);
    Stream.of(Language.values())
        .map(language -> proposed.in(language).getOrDefault(row, ""))
        .flatMap(text -> Wording.named(text).stream())
        .forEach(name -> named.putIfAbsent(name, "{%s}".formatted(name)));
    return named;
  }

  private static TextPreview preview(String row, TextTable proposed) {
    return new TextPreview(
        row,
        Arrays.stream(Language.values())
            .map(
                language ->
                    new TextPreview.Said(
                        language,
                        new Wording(language, ZoneOffset.UTC, proposed.in(language))
                            .say(Text.of(row, named(row, proposed)))))
            .toList());
  }
}
