package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
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
   * @throws InvalidInput when it isn't a good one
   */
  public String record(String sender, JsonNode signal) {
    return record(sender, draft(signal));
  }

  /** The same of a lead that is known, whatever its address is worth. */
  public void record(String sender, Lead lead, ObjectNode signal) {
    signal.putObject("lead").put("externalId", lead.id());
    ContactDetails contact = new ContactDetails(lead.email(), lead.externalId(), null, null);
    record(sender, draft(signal).about(contact));
  }

  /** What is wrong with a signal in the form of the contract; nothing of it is kept. */
  public List<FieldError> errors(JsonNode signal) {
    return SignalParser.read(signal, types.known(), clock.instant()).errors();
  }

  private SignalDraft draft(JsonNode signal) {
    ParsedSignal parsed = SignalParser.read(signal, types.known(), clock.instant());
    return parsed.draft().orElseThrow(() -> invalid(parsed.errors()));
  }

  private String record(String sender, SignalDraft draft) {
    SignalOutcome outcome = intake.record(sender, List.of(draft)).get(0);
    if (outcome instanceof SignalOutcome.Recorded recorded) {
      return recorded.leadId();
    }
    throw invalid(outcome.issues());
  }

  private static InvalidInput invalid(List<FieldError> errors) {
    return new InvalidInput("The signal was not recorded", errors);
  }
}
