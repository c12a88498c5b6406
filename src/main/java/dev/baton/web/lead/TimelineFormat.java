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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Timeline format: the contract's codes or sentences. */
public interface TimelineFormat {

  /** What can become of a clock. */
  enum DeadlineEvent {
    STARTED,
    MET,
    MISSED,
    /** By a person, after it was due. */
    ANSWERED_LATE,
    /** Given to somebody else who starts anew, before or after it was due. */
    PASSED_ON,
    /** The question disappeared, before or after it was due. */
    ENDED
  }

  /**
   * A signal.
   *
   * @param flag why it scores nothing (rule R16), or null
   */
  String signal(Signal signal, @Nullable String flag);

  String score(ScoreEntry entry);

  String stage(StageEpisode episode);

  String alert(Alert alert);

  String opened(Handoff handoff);

  String answer(AnswerEntry answer);

  /**
   * A touch.
   *
   * @param attempt which one of the handoff, from 1
   */
  String touch(Touch touch, int attempt);

  /**
   * Something became of a clock.
   *
   * @param at when
   * @param to who has it next, or null for nobody yet; when it is passed on
   */
  String clock(Deadline deadline, DeadlineEvent event, Instant at, @Nullable String to);

  /** Another record turned out to be the same person. */
  String merged(LeadRecordMerge.Merge merge);

  /** Something became of a meeting. */
  String meeting(BookingEvent event);

  /** It was put into an account, or taken out of one. */
  String belongs(AccountMemberships.Membership membership);

  /** Another system was asked about its company. */
  String enriched(Enrichments.Enrichment enrichment);

  /** Marketing put it into nurture. */
  String nurtured(NurtureRequests.NurtureRequest request);

  /** A due instant was moved. */
  String moved(DueChange change);
}
