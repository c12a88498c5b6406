package dev.baton.agent.draft;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text by rule.
 *
 * @param reasons what it rests on
 * @param sources what was looked at
 * @param domain of the company, where sources may be asked about it, or null
 */
record RuleDraft(String text, List<String> reasons, List<String> sources, @Nullable String domain) {

  /** With what sources said. */
  RuleDraft and(List<SourceText> found) {
    if (found.isEmpty()) {
      return this;
    }
    String more =
        found.stream()
            .map(one -> "%s: %s".formatted(one.name(), one.text()))
            .reduce(text, (before, next) -> before + "\n\n" + next);
    return new RuleDraft(
        more,
        reasons,
        Stream.concat(sources.stream(), found.stream().map(SourceText::named)).toList(),
        domain);
  }
}
