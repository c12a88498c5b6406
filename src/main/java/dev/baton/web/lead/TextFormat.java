package dev.baton.web.lead;

import dev.baton.alert.Alert;
import dev.baton.booking.BookingEvent;
import dev.baton.connect.enrichment.Enrichments;
import dev.baton.handoff.answer.Touch;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DueChange;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.Handoff;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.account.AccountMemberships;
import dev.baton.nurture.NurtureRequests;
import dev.baton.score.ScoreEntry;
import dev.baton.signal.Signal;
import dev.baton.stage.StageEpisode;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Timeline format in sentences, on the viewer's clock. */
public final class TextFormat implements TimelineFormat {
  private final ViewerClock clock;
  private final DisplayNames names;
  private final Labels words;
  private final AnswerText answers;
  private final Map<String, String> labels = new HashMap<>();

  public TextFormat(ViewerClock clock, DisplayNames names, Labels words) {
    this.clock = clock;
    this.names = names;
    this.words = words;
    this.answers = new AnswerText(clock, names, words);
  }

  @Override
  public String signal(Signal signal, @Nullable String flag) {
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
    return answers.because(sentence, episode.reason());
  }

  @Override
  public String meeting(BookingEvent event) {
    String when = clock.wall(event.startsAt());
    String owner = names.mention(event.owner());
    return switch (event.what()) {
      case BOOKED -> "Booked a meeting with %s: %s".formatted(owner, when);
      case MOVED -> "Moved the meeting with %s to %s".formatted(owner, when);
      case CANCELLED -> "Cancelled the meeting with %s on %s".formatted(owner, when);
      case HELD -> "Met %s, as booked for %s".formatted(owner, when);
      case NO_SHOW ->
          "Didn’t come to the meeting with %s on %s; the turn was given back"
              .formatted(owner, when);
      case REOWNED ->
          "The meeting on %s is still with %s, who doesn’t own the lead any more"
              .formatted(when, owner);
      case TAKEN_OVER -> "%s took over the meeting on %s".formatted(owner, when);
    };
  }

  @Override
  public String alert(Alert alert) {
    if (alert.noticeKind().isToLead()) {
      return mailed(alert);
    }
    String sentence =
        alert.noticeKind().told(names.mention(Objects.requireNonNullElse(alert.to(), "nobody")));
    String state =
        switch (alert.state()) {
          case "sent" -> "";
          case "pending" -> ", waiting to be sent";
          case "failed" -> ", but it could not be delivered";
          default -> ", not sent";
        };
    return "%s by %s%s".formatted(sentence, words.channelInSentence(alert.channel()), state);
  }

  @Override
  public String nurtured(NurtureRequests.NurtureRequest request) {
    return "Put into nurture: " + request.reason();
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
    return answers.answer(answer);
  }

  @Override
  public String touch(Touch touch, int attempt) {
    return answers.touch(touch, attempt);
  }

  @Override
  public String clock(Deadline deadline, DeadlineEvent event, Instant at, @Nullable String to) {
    String name = words.clock(deadline.clock());
    return switch (event) {
      case STARTED -> "%s is due %s".formatted(name, clock.wall(deadline.dueAt()));
      case MET -> "%s: SLA met".formatted(name);
      case MISSED -> "%s: SLA missed".formatted(name);
      case ANSWERED_LATE -> "%s: answered %s late".formatted(name, late(deadline, at));
      case PASSED_ON ->
          deadline.missedAt() == null
              ? "%s: given to %s before it was due".formatted(name, next(to))
              : "%s: nobody answered; given to %s %s after it was due"
                  .formatted(name, next(to), late(deadline, at));
      case ENDED ->
          deadline.missedAt() == null
              ? "%s: cancelled".formatted(name)
              : "%s: nobody answered; no longer needed %s after it was due"
                  .formatted(name, late(deadline, at));
    };
  }

  private String late(Deadline deadline, Instant at) {
    return clock.between(deadline.dueAt(), at);
  }

  private String next(@Nullable String to) {
    return to == null ? "the team" : names.mention(to);
  }

  @Override
  public String merged(LeadRecordMerge.Merge merge) {
    return "Merged with another record of the same person"
        + (merge.email() == null ? "" : ": " + merge.email());
  }

  @Override
  public String belongs(AccountMemberships.Membership membership) {
    if (membership.account() == null) {
      return "Belongs to no company that we know";
    }
    return "Belongs to "
        + membership.account()
        + (membership.confidence() == null
            ? ""
            : " (%d %%: %s)".formatted(membership.confidence(), membership.reasons()));
  }

  @Override
  public String enriched(Enrichments.Enrichment enrichment) {
    return enrichment.result().equals("learned")
        ? "Learned of %s from another system: %s"
            .formatted(enrichment.domain(), enrichment.detail())
        : "Nothing learned of %s from another system: %s"
            .formatted(enrichment.domain(), enrichment.detail());
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
    return AnswerText.noted(
        "%s: %s. Due %s instead of %s"
            .formatted(
                words.clock(change.clock()),
                why,
                clock.wall(change.dueAfter()),
                clock.wall(change.dueBefore())),
        change.why().note());
  }
}
