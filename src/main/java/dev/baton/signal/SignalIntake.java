package dev.baton.signal;

import dev.baton.engine.DecisionFailure;
import dev.baton.input.FieldError;
import dev.baton.lead.Spellings;
import dev.baton.sql.RetriedTransaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Records signals: each once, whole or not at all. A batch is cut into transactions of {@value
 * #CHUNK} signals, which lock their leads in the order of their ids; a lost race is run again.
 */
@Component
class SignalIntake {
  private static final int CHUNK = 250;
  private static final Logger LOG = LoggerFactory.getLogger(SignalIntake.class);
  private static final SignalOutcome BROKEN =
      refused("Something broke on our side; nothing of this signal was kept, please send it again");

  private final SignalRecorder recorder;
  private final Spellings spellings;
  private final RetriedTransaction transaction;

  SignalIntake(SignalRecorder recorder, Spellings spellings, RetriedTransaction transaction) {
    this.recorder = recorder;
    this.spellings = spellings;
    this.transaction = transaction;
  }

  /**
   * Records valid drafts of one sender; answers in their order. If something breaks when some are
   * kept already, the others are told one by one; before that it is the whole request that failed.
   */
  List<SignalOutcome> record(String sender, List<SignalDraft> drafts) {
    // Before any transaction: one that is taken back takes no spelling with it.
    List<SignalDraft> spelled = drafts.stream().map(this::spelled).toList();
    List<SignalOutcome> outcomes = new ArrayList<>();
    try {
      for (int from = 0; from < spelled.size(); from += CHUNK) {
        outcomes.addAll(
            recordChunk(sender, spelled.subList(from, Math.min(from + CHUNK, spelled.size()))));
      }
    } catch (RuntimeException e) {
      if (outcomes.stream().noneMatch(SignalOutcome.Recorded.class::isInstance)) {
        throw e;
      }
      LOG.error(
          "{} of {} signals were not recorded", drafts.size() - outcomes.size(), drafts.size(), e);
      outcomes.addAll(Collections.nCopies(drafts.size() - outcomes.size(), BROKEN));
    }
    return outcomes;
  }

  private SignalDraft spelled(SignalDraft draft) {
    SignalOrigin said = draft.origin();
    return draft.from(
        new SignalOrigin(
            said.channel(), spellings.source(said.source()), spellings.campaign(said.campaign())));
  }

  /** One bad row must not take its neighbours with it, and a failing table takes none. */
  private List<SignalOutcome> recordChunk(String sender, List<SignalDraft> chunk) {
    try {
      return recordTogether(sender, chunk);
    } catch (RuntimeException e) {
      if (chunk.size() == 1) {
        return List.of(recordAlone(sender, chunk.get(0), e));
      }
      if (!isOfOneRow(e)) {
        throw e;
      }
      return recordApart(sender, chunk);
    }
  }

  private SignalOutcome recordAlone(String sender, SignalDraft draft, RuntimeException e) {
    if (e instanceof DataIntegrityViolationException) {
      return keptWithoutItsScore(sender, draft, e);
    }
    return keep(sender, draft, DecisionFailure.of(e).orElseThrow(() -> e));
  }

  /** What can't be kept may be what follows from a signal, which is no fault of its sender. */
  private SignalOutcome keptWithoutItsScore(
      String sender, SignalDraft draft, RuntimeException refusal) {
    try {
      SignalOutcome kept = keep(sender, draft, DecisionFailure.unkept());
      LOG.error("What follows from a signal can't be kept; its score waits", refusal);
      return kept;
    } catch (DataIntegrityViolationException ofTheSignal) {
      return refused("The database refused this signal; nothing of it was kept");
    }
  }

  private SignalOutcome keep(String sender, SignalDraft draft, DecisionFailure failure) {
    return transaction.get(() -> recorder.keep(sender, draft, failure));
  }

  private List<SignalOutcome> recordApart(String sender, List<SignalDraft> chunk) {
    List<SignalOutcome> outcomes = new ArrayList<>();
    for (SignalDraft draft : chunk) {
      try {
        outcomes.addAll(recordChunk(sender, List.of(draft)));
      } catch (RuntimeException e) {
        if (!isOfOneRow(e)) {
          throw e;
        }
        LOG.error("A signal of a batch was not recorded", e);
        outcomes.add(BROKEN);
      }
    }
    return outcomes;
  }

  /** A database that is away would refuse each neighbour too. */
  private static boolean isOfOneRow(RuntimeException e) {
    return !(e instanceof TransientDataAccessException
        || e instanceof NonTransientDataAccessResourceException
        || e instanceof TransactionException);
  }

  private static SignalOutcome refused(String why) {
    return new SignalOutcome.Refused(List.of(new FieldError("", why)));
  }

  private List<SignalOutcome> recordTogether(String sender, List<SignalDraft> chunk) {
    return transaction.get(() -> recorder.record(sender, chunk));
  }
}
