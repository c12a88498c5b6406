package dev.baton.signal;

import dev.baton.engine.DecisionFailure;
import dev.baton.input.FieldError;
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
  private final TransactionTemplate transaction;
  // Not only ConcurrencyFailureException: H2 tells some lost races by a lock that timed out.
  private final RetryTemplate retry =
      RetryTemplate.builder()
          .maxAttempts(12)
          .exponentialBackoff(10, 2, 1000, true)
          .retryOn(TransientDataAccessException.class)
          .build();

  SignalIntake(SignalRecorder recorder, PlatformTransactionManager transactions) {
    this.recorder = recorder;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Records valid drafts of one sender; answers in their order. */
  List<SignalOutcome> record(String sender, List<SignalDraft> drafts) {
    List<SignalOutcome> outcomes = new ArrayList<>();
    for (int from = 0; from < drafts.size(); from += CHUNK) {
      outcomes.addAll(
          recordChunk(sender, drafts.subList(from, Math.min(from + CHUNK, drafts.size()))));
    }
    return outcomes;
  }

  /** One bad row must not take its neighbours with it, and a failing table takes none. */
  private List<SignalOutcome> recordChunk(String sender, List<SignalDraft> chunk) {
    try {
      return recordTogether(sender, chunk);
    } catch (DataIntegrityViolationException e) {
      if (chunk.size() == 1) {
        FieldError issue =
            new FieldError("", "The database refused this signal; nothing of it was kept");
        return List.of(new SignalOutcome.Refused(List.of(issue)));
      }
      return recordEach(sender, chunk);
    } catch (RuntimeException e) {
      DecisionFailure failure = DecisionFailure.of(e).orElseThrow(() -> e);
      return chunk.size() == 1
          ? List.of(keep(sender, chunk.get(0), failure))
          : recordEach(sender, chunk);
    }
  }

  private List<SignalOutcome> recordEach(String sender, List<SignalDraft> chunk) {
    List<SignalOutcome> outcomes = new ArrayList<>();
    chunk.forEach(draft -> outcomes.addAll(recordChunk(sender, List.of(draft))));
    return outcomes;
  }

  private SignalOutcome keep(String sender, SignalDraft draft, DecisionFailure failure) {
    return retry.execute(
        attempt -> transaction.execute(status -> recorder.keep(sender, draft, failure)));
  }

  private List<SignalOutcome> recordTogether(String sender, List<SignalDraft> chunk) {
    return retry.execute(attempt -> transaction.execute(status -> recorder.record(sender, chunk)));
  }
}
