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
import dev.baton.web.PageTexts;
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
  private final PageTexts texts;
  private final Map<String, String> labels = new HashMap<>();

  public TextFormat(ViewerClock clock, DisplayNames names, Labels words) {
    this.clock = clock;
    this.names = names;
    this.words = words;
    this.texts = clock.texts();
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
    return label + about + (flag == null ? "" : texts.format(" (not counted: %s)", flag));
  }

  @Override
  public String score(ScoreEntry entry) {
    return texts.format(
        "Score %d: %d for fit, %d for behaviour", entry.total(), entry.fit(), entry.behaviour());
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
    return answers.because(texts.translated(sentence), episode.reason());
  }

  @Override
  public String meeting(BookingEvent event) {
    String when = clock.wall(event.startsAt());
    String owner = names.mention(event.owner());
    return switch (event.what()) {
      case BOOKED -> texts.format("Booked a meeting with %s: %s", owner, when);
      case MOVED -> texts.format("Moved the meeting with %s to %s", owner, when);
      case CANCELLED -> texts.format("Cancelled the meeting with %s on %s", owner, when);
      case HELD -> texts.format("Met %s, as booked for %s", owner, when);
      case NO_SHOW ->
          texts.format(
              "Didn’t come to the meeting with %s on %s; the turn was given back", owner, when);
      case REOWNED ->
          texts.format(
              "The meeting on %s is still with %s, who doesn’t own the lead any more", when, owner);
      case TAKEN_OVER -> texts.format("%s took over the meeting on %s", owner, when);
    };
  }

  @Override
  public String alert(Alert alert) {
    if (alert.noticeKind().isToLead()) {
      return mailed(alert);
    }
    String sentence =
        texts.translated(
            alert
                .noticeKind()
                .told(names.mention(Objects.requireNonNullElse(alert.to(), "nobody"))));
    String state =
        switch (alert.state()) {
          case "sent" -> "";
          case "pending" -> texts.translated(", waiting to be sent");
          case "failed" -> texts.translated(", but it could not be delivered");
          default -> texts.translated(", not sent");
        };
    return texts.format("%s by %s%s", sentence, words.channelInSentence(alert.channel()), state);
  }

  @Override
  public String nurtured(NurtureRequests.NurtureRequest request) {
    return texts.format("Put into nurture: %s", request.reason());
  }

  private String mailed(Alert alert) {
    return texts.translated(alert.noticeKind().told(alert.subject()))
        + switch (alert.state()) {
          case "sent" -> texts.translated(" sent to the lead");
          case "pending" -> texts.translated(" waits to be sent to the lead");
          case "failed" -> texts.translated(" could not be delivered to the lead");
          default -> texts.format(" not sent to the lead: %s", alert.error());
        };
  }

  @Override
  public String opened(Handoff handoff) {
    return handoff.cycle() == 1
        ? texts.translated("Handed to sales")
        : texts.format("Handed to sales again (handoff %d)", handoff.cycle());
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
      case STARTED -> texts.format("%s is due %s", name, clock.wall(deadline.dueAt()));
      case MET -> texts.format("%s: SLA met", name);
      case MISSED -> texts.format("%s: SLA missed", name);
      case ANSWERED_LATE -> texts.format("%s: answered %s late", name, late(deadline, at));
      case PASSED_ON ->
          deadline.missedAt() == null
              ? texts.format("%s: given to %s before it was due", name, next(to))
              : texts.format(
                  "%s: nobody answered; given to %s %s after it was due",
                  name, next(to), late(deadline, at));
      case ENDED ->
          deadline.missedAt() == null
              ? texts.format("%s: cancelled", name)
              : texts.format(
                  "%s: nobody answered; no longer needed %s after it was due",
                  name, late(deadline, at));
    };
  }

  private String late(Deadline deadline, Instant at) {
    return clock.between(deadline.dueAt(), at);
  }

  private String next(@Nullable String to) {
    return to == null ? texts.translated("the team") : names.mention(to);
  }

  @Override
  public String merged(LeadRecordMerge.Merge merge) {
    return texts.translated("Merged with another record of the same person")
        + (merge.email() == null ? "" : ": " + merge.email());
  }

  @Override
  public String belongs(AccountMemberships.Membership membership) {
    if (membership.account() == null) {
      return texts.translated("Belongs to no company that we know");
    }
    return texts.format("Belongs to %s", membership.account())
        + (membership.confidence() == null
            ? ""
            : " (%d %%: %s)".formatted(membership.confidence(), membership.reasons()));
  }

  @Override
  public String enriched(Enrichments.Enrichment enrichment) {
    return enrichment.result().equals("learned")
        ? texts.format(
            "Learned of %s from another system: %s", enrichment.domain(), enrichment.detail())
        : texts.format(
            "Nothing learned of %s from another system: %s",
            enrichment.domain(), enrichment.detail());
  }

  @Override
  public String moved(DueChange change) {
    String why =
        switch (change.why().cause()) {
          case HAND_RAISE -> texts.translated("sooner, the lead asked for sales");
          case PAUSE -> texts.translated("paused");
          case RESUME -> texts.translated("resumed");
          case POLICY -> texts.translated("the policy changed");
        };
    return answers.noted(
        texts.format(
            "%s: %s. Due %s instead of %s",
            words.clock(change.clock()),
            why,
            clock.wall(change.dueAfter()),
            clock.wall(change.dueBefore())),
        change.why().note());
  }
}
