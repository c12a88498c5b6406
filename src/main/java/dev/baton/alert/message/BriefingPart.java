package dev.baton.alert.message;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Part of a briefing: what stands under one label, in the same words on every surface. */
public record BriefingPart(String label, List<String> lines) {

  /** Lines that there are. */
  public static BriefingPart of(String label, @Nullable String... lines) {
    return new BriefingPart(
        label, Stream.of(lines).filter(Objects::nonNull).filter(line -> !line.isBlank()).toList());
  }

  /** Those that say something. */
  static List<BriefingPart> said(BriefingPart... parts) {
    return Stream.of(parts).filter(part -> !part.lines().isEmpty()).toList();
  }

  /** The only line, or all of them as a list. */
  public String text(String bullet) {
    return lines.size() == 1
        ? lines.get(0)
        : lines.stream().map(line -> bullet + line).collect(Collectors.joining("\n"));
  }
}
