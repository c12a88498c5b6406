package dev.baton.web.lead;

import dev.baton.alert.Alert;
import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DueChange;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.score.ScoreEntry;
import dev.baton.signal.Signal;
import dev.baton.stage.StageEpisode;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Timeline format in sentences, on the viewer's clock. */
public final class TextFormat implements TimelineFormat {
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
  private static final Map<String, String> TOUCHES =
      Map.of(
          "call",
          "Called",
          "email",
          "Wrote an e-mail",
          "meeting",
          "Had a meeting",
          "message",
          "Wrote");
  private static final Map<String, String> OUTCOMES =
      Map.of(
          "connected", "spoke with them",
          "left_message", "left a message",
          "no_answer", "no answer",
          "replied", "they replied",
          "bounced", "it bounced");
  private final ViewerClock clock;
  private final DisplayNames names;
  private final Labels words;
  private final Map<String, String> labels = new HashMap<>();

  public TextFormat(ViewerClock clock, DisplayNames names, Labels words) {
    this.clock = clock;
    this.names = names;
    this.words = words;
  }

  @Override
  public String signal(Signal signal, String flag) {
    String about =
        Stream.of("asset", "title", "page", "topic")
            .map(signal::property)
            .filter(Objects::nonNull)
            .findFirst()
            .map(text -> ": " + text.replace('_', ' '))
            .orElse("");
    String label = labels.computeIfAbsent(signal.type(), words::act);
    return label + about + (flag == null ? "" : " (not counted: %s)".formatted(flag));
  }

  @Override
  public String score(ScoreEntry entry) {
    return "Score %d: %d for fit, %d for behaviour"
        .formatted(entry.total(), entry.fit(), entry.behaviour());
  }

  @Override
  public String stage(StageEpisode episode) {
    String sentence =
        switch (episode.stage()) {
          case VISITOR -> "First seen, still unknown";
          case LEAD -> "Became a lead";
          case MQL -> "Became an MQL: ready for review by sales";
          case SAL -> "Became an SAL: accepted by sales";
          case SQL -> "Became an SQL: need confirmed";
          case OPPORTUNITY -> "Became an opportunity";
          case CUSTOMER -> "Became a customer";
          case RECYCLED -> "Went back to marketing";
          case DISQUALIFIED -> "Was disqualified";
        };
    return because(sentence, episode.reason());
  }

  @Override
  public String alert(Alert alert) {
    if (alert.noticeKind().isToLead()) {
      return mailed(alert);
    }
    String sentence = alert.noticeKind().told(who(alert.to()));
    String state =
        switch (alert.state()) {
          case "sent" -> "";
          case "pending" -> ", waiting to be sent";
          case "failed" -> ", but it could not be delivered";
          default -> ", not sent";
        };
    return "%s by %s%s".formatted(sentence, words.channelInSentence(alert.channel()), state);
  }

  private static String mailed(Alert alert) {
    return alert.noticeKind().told(alert.subject())
        + switch (alert.state()) {
          case "sent" -> " sent to the lead";
          case "pending" -> " waits to be sent to the lead";
          case "failed" -> " could not be delivered to the lead";
          default -> " not sent to the lead: " + alert.error();
        };
  }

  @Override
  public String opened(Handoff handoff) {
    return handoff.cycle() == 1
        ? "Handed to sales"
        : "Handed to sales again (handoff %d)".formatted(handoff.cycle());
  }

  @Override
  public String answer(AnswerEntry answer) {
    if (answer.question().equals("reassign")) {
      return noted("Reassigned the lead to " + who(answer.decision()), answer.note());
    }
    if (answer.question().equals("claim")) {
      return "Took the lead";
    }
    String sentence = DECISIONS.getOrDefault(answer.decision(), words.plain(answer.decision()));
    List<String> without = Qualification.without(answer);
    if (!without.isEmpty()) {
      sentence +=
          " without %s, as a manager: “%s”"
              .formatted(
                  without.stream().map(words::criterion).collect(Collectors.joining(" and ")),
                  Qualification.override(answer));
    }
    // the note of a touch is told with the touch
    return noted(
        because(sentence, answer.reason()),
        answer.decision().equals("touch") ? null : answer.note());
  }

  @Override
  public String touch(Touch touch, int attempt) {
    String outcome =
        touch.outcome() == null ? "" : ", " + OUTCOMES.getOrDefault(touch.outcome(), "");
    String tried = attempt == 1 ? "" : " (%s try)".formatted(nth(attempt));
    String next = touch.nextAt() == null ? "" : "; next try " + clock.wall(touch.nextAt());
    return noted(
        TOUCHES.getOrDefault(touch.kind(), words.plain(touch.kind())) + outcome + tried + next,
        touch.note());
  }

  /** Such as {@code 3rd}. */
  static String nth(int number) {
    int last = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
    return number
        + switch (last) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  @Override
  public String clock(Deadline deadline, DeadlineEvent event) {
    String name = words.clock(deadline.clock());
    return switch (event) {
      case STARTED -> "%s is due %s".formatted(name, clock.wall(deadline.dueAt()));
      case MET -> "%s: SLA met".formatted(name);
      case MISSED -> "%s: SLA missed".formatted(name);
      case ENDED ->
          "%s: answered %s late"
              .formatted(name, ViewerClock.between(deadline.dueAt(), deadline.verdict().endedAt()));
      case VOID -> "%s: cancelled".formatted(name);
    };
  }

  @Override
  public String merged(LeadRecordMerge.Merge merge) {
    return "Merged with another record of the same person"
        + (merge.email() == null ? "" : ": " + merge.email());
  }

  @Override
  public String moved(DueChange change) {
    String why =
        switch (change.why().cause()) {
          case HAND_RAISE -> "sooner, the lead asked for sales";
          case PAUSE -> "paused";
          case RESUME -> "resumed";
          case POLICY -> "the policy changed";
        };
    return noted(
        "%s: %s. Due %s instead of %s"
            .formatted(
                words.clock(change.clock()),
                why,
                clock.wall(change.dueAfter()),
                clock.wall(change.dueBefore())),
        change.why().note());
  }

  private String who(String id) {
    return names.byId().getOrDefault(id, id);
  }

  private String because(String sentence, String reason) {
    return reason == null ? sentence : sentence + ": " + words.reason(reason);
  }

  private static String noted(String sentence, String note) {
    return note == null ? sentence : sentence + " – “" + note + "”";
  }
}
