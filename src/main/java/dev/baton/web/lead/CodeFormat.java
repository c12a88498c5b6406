package dev.baton.web.lead;

import dev.baton.alert.Alert;
import dev.baton.booking.BookingEvent;
import dev.baton.connect.enrichment.Enrichments;
import dev.baton.handoff.answer.Qualification;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Timeline format in the contract's own codes. */
enum CodeFormat implements TimelineFormat {
  CODES;

  @Override
  public String signal(Signal signal, @Nullable String flag) {
    return signal.type() + (flag == null ? "" : " (not counted, %s)".formatted(flag));
  }

  @Override
  public String score(ScoreEntry entry) {
    return "%d (fit %d, behaviour %d)".formatted(entry.total(), entry.fit(), entry.behaviour());
  }

  @Override
  public String stage(StageEpisode episode) {
    return episode.stage().name() + (episode.reason() == null ? "" : ": " + episode.reason());
  }

  @Override
  public String alert(Alert alert) {
    return "%s to %s by %s, %s".formatted(alert.kind(), alert.to(), alert.channel(), alert.state());
  }

  @Override
  public String opened(Handoff handoff) {
    return "handoff %d began".formatted(handoff.cycle());
  }

  @Override
  public String answer(AnswerEntry answer) {
    String reason = answer.reason() == null ? "" : ", " + answer.reason();
    List<String> without = Qualification.without(answer);
    return answer.question()
        + ": "
        + answer.decision()
        + reason
        + (without.isEmpty() ? "" : ", override without " + String.join(" ", without));
  }

  @Override
  public String meeting(BookingEvent event) {
    return "%s: %s with %s"
        .formatted(event.what().name().toLowerCase(Locale.ROOT), event.startsAt(), event.owner());
  }

  @Override
  public String nurtured(NurtureRequests.NurtureRequest request) {
    return "nurture: " + request.reason();
  }

  @Override
  public String touch(Touch touch, int attempt) {
    return touch.kind() + (touch.outcome() == null ? "" : ", " + touch.outcome());
  }

  @Override
  public String merged(LeadRecordMerge.Merge merge) {
    return "merged " + merge.leadId();
  }

  @Override
  public String belongs(AccountMemberships.Membership membership) {
    return membership.account() == null ? "no account" : "account " + membership.account();
  }

  @Override
  public String enriched(Enrichments.Enrichment enrichment) {
    return "enrichment of %s: %s, %s"
        .formatted(enrichment.domain(), enrichment.result(), enrichment.detail());
  }

  @Override
  public String moved(DueChange change) {
    return "%s moved (%s) from %s to %s"
        .formatted(
            change.clock(),
            change.why().cause().name().toLowerCase(Locale.ROOT),
            change.dueBefore(),
            change.dueAfter());
  }

  @Override
  public String clock(Deadline deadline, DeadlineEvent event, Instant at, @Nullable String to) {
    String what =
        switch (event) {
          case STARTED -> "due " + deadline.dueAt();
          case MET -> "met";
          case MISSED -> "missed";
          case ANSWERED_LATE -> "answered late";
          case PASSED_ON -> state(deadline) + ", given to " + (to == null ? "nobody yet" : to);
          case ENDED -> state(deadline);
        };
    return "%s, round %d: %s".formatted(deadline.clock(), deadline.round(), what);
  }

  private static String state(Deadline deadline) {
    return deadline.missedAt() == null ? "void" : "never answered";
  }
}
