package dev.baton.connect.crm;

import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a note in a CRM says of a handoff: to whom it went and why, and how it ended and why. */
@Component
class HandoffNotes {
  private final CrmLeads leads;
  private final AnswerLog answers;
  private final RejectionTaxonomy taxonomy;
  private final People people;

  HandoffNotes(CrmLeads leads, AnswerLog answers, RejectionTaxonomy taxonomy, People people) {
    this.leads = leads;
    this.answers = answers;
    this.taxonomy = taxonomy;
    this.people = people;
  }

  /** Empty where a fact is no reason for a note. */
  Optional<String> of(OutboundMessage message, CrmLead lead) {
    if (message.kind() == FactKind.OWNER) {
      return Optional.of(owned(message, lead));
    }
    return message.kind() == FactKind.OUTCOME ? Optional.of(ended(message)) : Optional.empty();
  }

  private String owned(OutboundMessage message, CrmLead lead) {
    String id = message.content().path("owner").asText();
    String owner = people.find(id).map(Person::name).orElse(id);
    String why = String.join("\n", leads.reasons(lead.id()));
    return "Handed to %s. Score %s\n%s"
        .formatted(owner, lead.contact().getOrDefault("score", "unknown"), why);
  }

  private String ended(OutboundMessage message) {
    String result = message.content().path("result").asText();
    StringBuilder text = new StringBuilder("Handoff ended: ").append(result);
    String reason = message.content().path("reason").asText("");
    if (!reason.isEmpty()) {
      text.append(", ").append(taxonomy.label(reason));
    }
    Optional.ofNullable(message.handoffId())
        .flatMap(answers::lastAnswer)
        .map(AnswerEntry::note)
        .ifPresent(note -> text.append("\n").append(note));
    return text.toString();
  }
}
