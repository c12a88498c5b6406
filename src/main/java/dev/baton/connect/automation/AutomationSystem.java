package dev.baton.connect.automation;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.audience.AudienceSync;
import dev.baton.connect.call.SystemClient;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.handoff.record.Handoff;
import dev.baton.people.Person;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A marketing automation as a system that hears of leads and keeps lists, whichever it is. */
final class AutomationSystem implements ConnectedSystem {
  private final Vendor vendor;
  private final LeadFacts leads;
  private final Stages stages;
  private final AutomationPeople people;
  private final AudienceSync audiences;
  private final ActivityIntake activities;

  AutomationSystem(
      Vendor vendor,
      LeadFacts leads,
      Stages stages,
      AutomationPeople people,
      AudienceSync audiences,
      ActivityIntake activities) {
    this.vendor = vendor;
    this.leads = leads;
    this.stages = stages;
    this.people = people;
    this.audiences = audiences;
    this.activities = activities;
  }

  /**
   * What differs between them.
   *
   * @param missing what has to be set
   */
  record Vendor(String kind, Optional<String> missing, Supplier<AutomationClient> client) {}

  @Override
  public String kind() {
    return vendor.kind();
  }

  @Override
  public List<String> events() {
    return List.of("stage", "owner", "outcome");
  }

  @Override
  public Optional<String> missing(Connection connection) {
    return vendor.missing();
  }

  @Override
  public DeliveryAttempt test(Connection connection) {
    return attempt(AutomationClient::check);
  }

  @Override
  public boolean keepsLists() {
    return true;
  }

  @Override
  public DeliveryAttempt synchronize(Connection connection, Instant since) {
    return attempt(
        client -> {
          audiences.tell(connection.name(), client);
          if (client.tellsActivities()) {
            activities.hear(kind(), client);
          }
        });
  }

  @Override
  public DeliveryAttempt deliver(Connection connection, OutboundMessage message) {
    if (vendor.missing().isPresent()) {
      return new DeliveryAttempt(new DeliveryOutcome.Unauthorized(vendor.missing().get()), 0);
    }
    audiences.consider(connection.name(), message);
    String name = connection.name();
    if (message.kind() == FactKind.ERASED) {
      return attempt(
          client -> {
            people.idOf(name, message.leadId()).ifPresent(client::erase);
            people.forget(name, message.leadId());
          });
    }
    Optional<KnownLead> lead = leads.of(message).filter(one -> one.lead().email() != null);
    if (lead.isEmpty()) {
      return new DeliveryAttempt(new DeliveryOutcome.Skipped("nobody without an address"), 0);
    }
    return attempt(client -> tell(name, client, lead.get()));
  }

  /** As the lead is now: told twice, it changes nothing the second time. */
  private void tell(String connection, AutomationClient client, KnownLead known) {
    String lead = known.lead().id();
    Person owner = known.owner();
    PersonFields fields =
        new PersonFields(
            stages.current(lead).map(StageEpisode::stage).map(Enum::name).orElse(""),
            owner == null ? "" : Objects.requireNonNullElse(owner.email(), ""),
            reason(known.handoff()));
    if (!people.isTold(connection, lead, fields)) {
      String id = client.write(Objects.requireNonNull(known.lead().email()), fields);
      people.told(connection, lead, id, fields);
    }
  }

  private static String reason(@Nullable Handoff handoff) {
    return handoff == null ? "" : Objects.requireNonNullElse(handoff.closing().reason(), "");
  }

  private DeliveryAttempt attempt(Consumer<AutomationClient> work) {
    return SystemClient.attempt(vendor.client().get(), work);
  }
}
