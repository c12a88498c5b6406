package dev.baton.web.lead;

import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.HandoffState;
import dev.baton.people.Language;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.PageTexts;
import dev.baton.web.ViewerClock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences on what somebody answered or tried, for the timeline. */
final class AnswerText {
  private static final Map<String, String> DECISIONS =
      Map.of(
          "accept", "Accepted the lead",
          "reject", "Rejected the lead",
          "qualify", "Qualified the lead",
          "disqualify", "Disqualified the lead",
          "touch", "Made the first touch",
          "open", "Opened the opportunity",
          "won", "Won the deal",
          "merged", "Merged the lead with another one",
          "lost", "Lost the lead");
  private final ViewerClock clock;
  private final DisplayNames names;
  private final Labels words;
  private final PageTexts texts;

  AnswerText(ViewerClock clock, DisplayNames names, Labels words) {
    this.clock = clock;
    this.names = names;
    this.words = words;
    this.texts = clock.texts();
  }

  String answer(AnswerEntry answer) {
    if (answer.question().equals("reassign")) {
      return noted(
          texts.format("Reassigned the lead to %s", names.mention(answer.decision())),
          answer.note());
    }
    if (answer.question().equals("claim")) {
      return texts.translated("Took the lead");
    }
    if (answer.question().equals("decline")) {
      return noted(texts.translated("Declined the lead"), answer.note());
    }
    if (answer.question().equals("restart")) {
      return noted(texts.translated("Restarted the handoff where it stood"), answer.note());
    }
    if (HandoffState.isAdded(answer.question())) {
      String said = "%s: %s".formatted(words.clock(answer.question()), answer.decision());
      return noted(said, answer.note());
    }
    String sentence =
        texts.translated(DECISIONS.getOrDefault(answer.decision(), words.plain(answer.decision())));
    List<String> without = Qualification.without(answer);
    if (!without.isEmpty()) {
      sentence +=
          texts.format(
              " without %s, as a manager: “%s”",
              without.stream()
                  .map(words::criterion)
                  .collect(Collectors.joining(texts.translated(" and "))),
              Qualification.override(answer));
    }
    // the note of a touch is told with the touch
    return noted(
        because(sentence, answer.reason()),
        answer.decision().equals("touch") ? null : answer.note());
  }

  String touch(Touch touch, int attempt) {
    String tried = attempt == 1 ? "" : texts.format(" (%s try)", nth(attempt));
    String next =
        touch.nextAt() == null ? "" : texts.format("; next try %s", clock.wall(touch.nextAt()));
    return noted(words.touch(touch.kind(), touch.outcome()) + tried + next, touch.note());
  }

  /** Such as {@code 3rd}. */
  String nth(int number) {
    if (texts.language() != Language.EN) {
      return number + ".";
    }
    int last = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
    return number
        + switch (last) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  String because(String sentence, @Nullable String reason) {
    return reason == null ? sentence : sentence + ": " + words.reason(reason);
  }

  String noted(String sentence, @Nullable String note) {
    return note == null ? sentence : sentence + texts.format(" – “%s”", note);
  }
}
