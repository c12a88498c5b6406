package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way in for signals that another room brings, checked and recorded like those over HTTP. */
@Component
public class SignalFeed {
  private final SignalIntake intake;
  private final SignalTypes types;
  private final Clock clock;

  SignalFeed(SignalIntake intake, SignalTypes types, Clock clock) {
    this.intake = intake;
    this.types = types;
    this.clock = clock;
  }

  /**
   * Records one signal in the form of the contract.
   *
   * @return the id of the lead
   * @throws IllegalArgumentException when it isn't a good one
   */
  public String record(String sender, JsonNode signal) {
    SignalDraft draft = SignalParser.read(signal, types.known(), clock.instant());
    if (!draft.isValid()) {
      throw new IllegalArgumentException("%s: %s".formatted(draft.errors(), signal));
    }
    SignalIntake.Outcome outcome = intake.record(sender, List.of(draft)).get(0);
    if (outcome.isRefused()) {
      throw new IllegalArgumentException("%s: %s".formatted(outcome.issues(), signal));
    }
    return outcome.leadId();
  }
}
