package dev.baton.signal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.input.FieldError;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sends signals for tests through the same intake as {@code POST /api/signals}. */
public class SignalSender {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 100;

  private final SignalIntake intake;
  private final SignalTypes types;
  private final Clock clock;

  SignalSender(SignalIntake intake, SignalTypes types, Clock clock) {
    this.intake = intake;
    this.types = types;
    this.clock = clock;
  }

  /** What the sender is told. */
  public record Receipt(String leadId, boolean duplicate, List<String> warnings) {}

  /** Sends one signal of the contract's fields. */
  public Receipt send(String sender, Map<String, Object> signal) {
    return send(sender, List.of(signal)).get(0);
  }

  /** Sends a batch. */
  public List<Receipt> send(String sender, List<Map<String, Object>> signals) {
    List<SignalDraft> drafts = signals.stream().map(this::draft).toList();
    return intake.record(sender, drafts).stream()
        .map(SignalOutcome.Recorded.class::cast)
        .map(
            outcome ->
                new Receipt(
                    outcome.leadId(),
                    outcome.duplicate(),
                    outcome.issues().stream().map(FieldError::message).toList()))
        .toList();
  }

  /**
   * Sends many, as a sender with a hundred a request would.
   *
   * @param signal by its number from 0
   */
  public void sendMany(String sender, int many, IntFunction<Map<String, Object>> signal) {
    for (int from = 0; from < many; from += BATCH) {
      send(sender, IntStream.range(from, Math.min(many, from + BATCH)).mapToObj(signal).toList());
    }
  }

  SignalDraft draft(Map<String, Object> signal) {
    ParsedSignal parsed =
        SignalParser.read(JSON.valueToTree(signal), types.known(), clock.instant());
    return parsed
        .draft()
        .orElseThrow(() -> new IllegalArgumentException(parsed.errors().toString()));
  }
}
