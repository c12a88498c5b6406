package dev.baton.signal;

import dev.baton.input.FieldError;
import dev.baton.lead.Spellings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records signals: each once, whole or not at all. A batch is cut into transactions of {@value
 * #CHUNK} signals, which lock their leads in the order of their ids; a lost race is run again.
 */
@Component
class SignalIntake {
  private static final int CHUNK = 100;

  private final SignalRecorder recorder;
  private final Spellings spellings;
  private final TransactionTemplate transaction;
  // Not only ConcurrencyFailureException: H2 tells some lost races by a lock that timed out.
  private final RetryTemplate retry =
      RetryTemplate.builder()
          .maxAttempts(12)
          .exponentialBackoff(10, 2, 1000, true)
          .retryOn(TransientDataAccessException.class)
          .build();

  SignalIntake(
      SignalRecorder recorder, Spellings spellings, PlatformTransactionManager transactions) {
    this.recorder = recorder;
    this.spellings = spellings;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Records valid drafts of one sender; answers in their order. */
  List<SignalOutcome> record(String sender, List<SignalDraft> drafts) {
    // Before any transaction: one that is taken back takes no spelling with it.
    List<SignalDraft> spelled = drafts.stream().map(this::spelled).toList();
    List<SignalOutcome> outcomes = new ArrayList<>();
    for (int from = 0; from < spelled.size(); from += CHUNK) {
      outcomes.addAll(
          recordChunk(sender, spelled.subList(from, Math.min(from + CHUNK, spelled.size()))));
    }
    return outcomes;
  }

  private SignalDraft spelled(SignalDraft draft) {
    SignalOrigin said = draft.origin();
    return draft.from(
        new SignalOrigin(
            said.channel(), spellings.source(said.source()), spellings.campaign(said.campaign())));
  }

  /** One bad row must not take its neighbours with it. */
  private List<SignalOutcome> recordChunk(String sender, List<SignalDraft> chunk) {
    try {
      return recordTogether(sender, chunk);
    } catch (DataIntegrityViolationException e) {
      if (chunk.size() == 1) {
        FieldError issue =
            new FieldError("", "The database refused this signal; nothing of it was kept");
        return List.of(new SignalOutcome.Refused(List.of(issue)));
      }
      List<SignalOutcome> outcomes = new ArrayList<>();
      chunk.forEach(draft -> outcomes.addAll(recordChunk(sender, List.of(draft))));
      return outcomes;
    }
  }

  private List<SignalOutcome> recordTogether(String sender, List<SignalDraft> chunk) {
    return retry.execute(attempt -> transaction.execute(status -> recorder.record(sender, chunk)));
  }
}
