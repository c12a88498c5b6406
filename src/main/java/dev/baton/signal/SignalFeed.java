package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.identity.ContactMention;
import dev.baton.lead.identity.ImportedLeads;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The way in for signals that another room brings, checked and recorded like those over HTTP. */
@Component
public class SignalFeed {
  /** Stands where a signal has its type. */
  private static final String LEAD = "lead";

  private final SignalIntake intake;
  private final SignalTypes types;
  private final Signals signals;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  SignalFeed(
      SignalIntake intake,
      SignalTypes types,
      Signals signals,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.intake = intake;
    this.types = types;
    this.signals = signals;
    this.facts = facts;
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
    signal.withObject("/lead").put("externalId", lead.id());
    ContactDetails contact = new ContactDetails(lead.email(), lead.externalId(), null, null);
    record(sender, draft(signal).about(contact));
  }

  /** What is wrong with a signal in the form of the contract; nothing of it is kept. */
  public List<FieldError> errors(JsonNode signal) {
    return SignalParser.read(signal, types.known(), clock.instant()).errors();
  }

  /**
   * One signal as it was read; nothing of it is kept.
   *
   * @param contact empty where something is wrong with it
   */
  public record Reading(
      Optional<ContactDetails> contact, List<FieldError> errors, List<FieldError> warnings) {}

  /** Whom a signal in the form of the contract names, and what is wrong or odd about it. */
  public Reading read(JsonNode signal) {
    ParsedSignal parsed = SignalParser.read(signal, types.known(), clock.instant());
    return new Reading(
        parsed.draft().map(SignalDraft::contact), parsed.errors(), parsed.warnings());
  }

  /**
   * What became of one signal of many.
   *
   * @param leadId null where it was refused
   */
  public record Fed(@Nullable String leadId, boolean duplicate, List<FieldError> errors) {}

  /** Records good signals in the form of the contract, one by one good or not. */
  public List<Fed> recordAll(String sender, List<? extends JsonNode> signals) {
    return intake.record(sender, signals.stream().map(this::draft).toList()).stream()
        .map(SignalFeed::fed)
        .toList();
  }

  private static Fed fed(SignalOutcome outcome) {
    return outcome instanceof SignalOutcome.Recorded recorded
        ? new Fed(recorded.leadId(), recorded.duplicate(), List.of())
        : new Fed(null, false, outcome.issues());
  }

  /**
   * A lead as it was read out of the form of the contract, without what it did.
   *
   * @param told empty where something is wrong with it
   */
  public record LeadReading(
      Optional<ImportedLeads.Told> told, List<FieldError> errors, List<FieldError> warnings) {}

  /**
   * Reads a lead with its origin.
   *
   * @param row lead, source, campaign, channel, and in occurredAt since when it is known
   */
  public LeadReading readLead(ObjectNode row) {
    ParsedSignal parsed = SignalParser.read(row.put("type", LEAD), Set.of(LEAD), clock.instant());
    return new LeadReading(
        parsed.draft().map(SignalFeed::told), parsed.errors(), parsed.warnings());
  }

  private static ImportedLeads.Told told(SignalDraft draft) {
    SignalOrigin origin = draft.origin();
    return new ImportedLeads.Told(
        new ContactMention(
            draft.contact(),
            origin.source(),
            origin.campaign(),
            origin.channel(),
            draft.occurredAt()),
        draft.profile());
  }

  /** Signals are taken back; what is left of these leads counts. */
  public record Removed(List<String> leadIds, Instant at) {}

  /**
   * Takes signals back, within a transaction.
   *
   * @param leadIds whose they are
   * @return those of them of whom no signal is left
   */
  public List<String> remove(String sender, List<String> ids, List<String> leadIds) {
    signals.remove(sender, ids);
    Set<String> heard = signals.heardOf(leadIds);
    return leadIds.stream().filter(id -> !heard.contains(id)).toList();
  }

  /** Says that signals of these leads were taken back. */
  public void removed(List<String> leadIds) {
    if (!leadIds.isEmpty()) {
      facts.publishEvent(new Removed(leadIds, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }
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
