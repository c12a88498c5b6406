package dev.baton.connect.crm;

import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.record.Handoff;
import dev.baton.lead.Accounts;
import dev.baton.people.Person;
import dev.baton.score.Scores;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads as a CRM is told of them: as they are when it is told. */
@Component
class CrmLeads {
  private static final List<String> OF_PROFILE =
      List.of("firstName", "lastName", "jobTitle", "phone", "company", "country");

  private final LeadFacts facts;
  private final Stages stages;
  private final Scores scores;
  private final Opportunities deals;
  private final Accounts accounts;
  private final Clock clock;

  CrmLeads(
      LeadFacts facts,
      Stages stages,
      Scores scores,
      Opportunities deals,
      Accounts accounts,
      Clock clock) {
    this.facts = facts;
    this.stages = stages;
    this.scores = scores;
    this.deals = deals;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Empty where nothing is known by which a CRM could find it. */
  Optional<CrmLead> of(OutboundMessage message) {
    return facts.of(message).filter(known -> known.lead().email() != null).map(this::lead);
  }

  private CrmLead lead(KnownLead known) {
    String id = known.lead().id();
    Map<String, String> contact = new LinkedHashMap<>();
    put(contact, "email", known.lead().email());
    contact.put("leadId", id);
    String stage = stages.current(id).map(StageEpisode::stage).map(Enum::name).orElse(null);
    put(contact, "stage", stage);
    put(contact, "status", stage);
    Integer score = scores.lastRecorded(List.of(id)).get(id);
    put(contact, "score", score == null ? null : score.toString());
    OF_PROFILE.forEach(field -> put(contact, field, known.profile().get(field).orElse(null)));
    Person owner = known.owner();
    return new CrmLead(
        id, contact, company(known), deal(known), owner == null ? null : owner.email());
  }

  private CrmLead.@Nullable Part company(KnownLead known) {
    String account = known.lead().accountId();
    String domain =
        accounts
            .companyDomain(known.profile().get("domain").orElse(null), known.lead().email())
            .orElse(null);
    if (account == null || domain == null) {
      return null;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("domain", domain);
    fields.put("name", accounts.name(account).orElse(domain));
    return new CrmLead.Part(account, domain, fields);
  }

  private CrmLead.@Nullable Part deal(KnownLead known) {
    Handoff handoff = known.handoff();
    if (handoff == null) {
      return null;
    }
    return deals
        .of(handoff.id())
        .map(
            deal -> {
              Map<String, String> fields = new LinkedHashMap<>();
              fields.put("handoffId", handoff.id());
              fields.put("name", known.profile().get("company").orElse("Deal from Baton"));
              fields.put("value", deal.amount().stripTrailingZeros().toPlainString());
              fields.put("currency", deal.currency());
              fields.put("stage", end(handoff));
              if (handoff.isClosed()) {
                fields.put(
                    "closedAt",
                    handoff.closedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
              }
              return new CrmLead.Part(handoff.id(), handoff.id(), fields);
            })
        .orElse(null);
  }

  private static String end(Handoff handoff) {
    if (!handoff.isClosed()) {
      return "open";
    }
    return handoff.result().equals("won") ? "won" : "lost";
  }

  /** What a note says of why the lead matters. */
  List<String> reasons(String leadId) {
    return scores.shown(leadId, clock.instant()).contributions().stream()
        .filter(reason -> reason.points() != 0)
        .map(reason -> "%+d %s".formatted(reason.points(), reason.reason()))
        .toList();
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      fields.put(name, value);
    }
  }
}
