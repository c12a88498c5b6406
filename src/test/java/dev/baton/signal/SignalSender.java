package dev.baton.signal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.input.FieldError;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Sends signals for tests through the same intake as {@code POST /api/signals}. */
public class SignalSender {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  SignalDraft draft(Map<String, Object> signal) {
    ParsedSignal parsed =
        SignalParser.read(JSON.valueToTree(signal), types.known(), clock.instant());
    return parsed
        .draft()
        .orElseThrow(() -> new IllegalArgumentException(parsed.errors().toString()));
  }
}
