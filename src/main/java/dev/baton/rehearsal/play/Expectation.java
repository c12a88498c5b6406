package dev.baton.rehearsal.play;

import dev.baton.rehearsal.scenario.LeadState;
import dev.baton.rehearsal.scenario.LeadState.DueAnswer;
import dev.baton.rehearsal.scenario.LeadState.ToldNotice;
import dev.baton.rehearsal.scenario.ScenarioStep;
import dev.baton.rehearsal.scenario.ScenarioTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a scenario expects, held against where its lead stands. */
final class Expectation {
  private static final String NOBODY = "none";
  private static final String TO = " to ";

  private Expectation() {}

  /** A sentence that says what is there instead, or nothing. */
  static Optional<String> unmet(ScenarioStep step, Instant start, LeadState state) {
    String expected = step.expected();
    return switch (step.what()) {
      case EXPECT_STAGE -> differs(expected, state.stage());
      case EXPECT_SCORE ->
          differs(expected, state.score() == null ? null : state.score().toString());
      case EXPECT_TEAM -> differs(expected, state.team());
      case EXPECT_END -> differs(expected, state.result());
      case EXPECT_DUE -> due(expected, start, state.deadlines());
      case EXPECT_NOTICE ->
          was(expected, state.notices())
              ? Optional.empty()
              : Optional.of(
                  "nobody was told %s; told was %s".formatted(expected, told(state.notices())));
      case EXPECT_NO_NOTICE ->
          was(expected, state.notices())
              ? Optional.of("%s was told".formatted(expected))
              : Optional.empty();
      default -> throw new IllegalArgumentException(step.what() + " expects nothing");
    };
  }

  private static Optional<String> differs(String expected, @Nullable String found) {
    String words = Objects.requireNonNullElse(found, NOBODY);
    return words.equalsIgnoreCase(expected)
        ? Optional.empty()
        : Optional.of("%s, where %s was expected".formatted(words, expected));
  }

  /** To the minute. */
  private static Optional<String> due(String expected, Instant start, List<DueAnswer> deadlines) {
    Optional<DueAnswer> running =
        deadlines.stream().filter(DueAnswer::runs).reduce((earlier, later) -> later);
    if (running.isEmpty()) {
      return differs(expected, null);
    }
    Instant due = running.get().dueAt();
    if (expected.equals(NOBODY)) {
      return Optional.of("%s is due at %s".formatted(running.get().clock(), due));
    }
    Instant wanted = ScenarioTime.instant(expected, start);
    return due.truncatedTo(ChronoUnit.MINUTES).equals(wanted.truncatedTo(ChronoUnit.MINUTES))
        ? Optional.empty()
        : Optional.of(
            "%s is due at %s (+%s), where %s was expected"
                .formatted(
                    running.get().clock(),
                    due,
                    ScenarioTime.words(Duration.between(start, due)),
                    expected));
  }

  private static boolean was(String expected, List<ToldNotice> notices) {
    int to = expected.indexOf(TO);
    String kind = (to < 0 ? expected : expected.substring(0, to)).strip().replace(' ', '_');
    String reader = to < 0 ? null : expected.substring(to + TO.length()).strip();
    return notices.stream()
        .filter(notice -> notice.kind().equals(kind))
        .anyMatch(
            notice -> reader == null || reader.equals(notice.role()) || reader.equals(notice.to()));
  }

  private static String told(List<ToldNotice> notices) {
    return notices.isEmpty()
        ? "nothing"
        : notices.stream()
            .map(
                notice ->
                    notice.kind() + TO + Objects.requireNonNullElse(notice.role(), "the lead"))
            .distinct()
            .collect(Collectors.joining(", "));
  }
}
