package dev.baton.desk;

import dev.baton.alert.Alert;
import dev.baton.handoff.AnswerLog;
import dev.baton.handoff.Deadline;
import dev.baton.handoff.DueChanges;
import dev.baton.handoff.Handoff;
import dev.baton.handoff.Touches.Touch;
import dev.baton.lead.Merges;
import dev.baton.score.ScoreEntry;
import dev.baton.signal.Signal;
import dev.baton.stage.Episode;

/** One way to tell what happened: in the contract's codes or in sentences. */
interface Telling {

  /** What can become of a clock. */
  enum Turn {
    STARTED,
    MET,
    MISSED,
    ENDED,
    VOID
  }

  /**
   * A signal.
   *
   * @param flag why it scores nothing (rule R16), or null
   */
  String signal(Signal signal, String flag);

  String score(ScoreEntry entry);

  String stage(Episode episode);

  String alert(Alert alert);

  String opened(Handoff handoff);

  String answer(AnswerLog.Entry answer);

  /**
   * A touch.
   *
   * @param attempt which one of the handoff, from 1
   */
  String touch(Touch touch, int attempt);

  String clock(Deadline deadline, Turn turn);

  /** Another record turned out to be the same person. */
  String merged(Merges.Merge merge);

  /** A due instant was moved. */
  String moved(DueChanges.Entry change);
}
