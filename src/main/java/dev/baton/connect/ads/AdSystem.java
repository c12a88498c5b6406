package dev.baton.connect.ads;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.audience.AudienceSync;
import dev.baton.connect.call.SystemClient;
import dev.baton.connect.connection.ConnectSettings.ConversionTerms;
import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.Connection;
import dev.baton.connect.connection.DeliveryAttempt;
import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.connect.conversion.Conversion;
import dev.baton.connect.conversion.Conversions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An ad platform as a system that hears of conversions and keeps audiences, whichever it is. */
final class AdSystem implements ConnectedSystem {
  private final Platform platform;
  private final LeadFacts leads;
  private final Conversions conversions;
  private final AudienceSync audiences;

  AdSystem(Platform platform, LeadFacts leads, Conversions conversions, AudienceSync audiences) {
    this.platform = platform;
    this.leads = leads;
    this.conversions = conversions;
    this.audiences = audiences;
  }

  /** What differs between ad platforms. */
  record Platform(String kind, SystemSettings settings, Supplier<AdClient> client) {}

  @Override
  public String kind() {
    return platform.kind();
  }

  @Override
  public List<String> events() {
    return List.of("stage", "outcome");
  }

  @Override
  public Optional<String> missing(Connection connection) {
    String set = "Set baton.connect." + kind();
    if (!platform.settings().hasCredentials()) {
      return Optional.of(set + ".token, or client-id, client-secret and refresh-token");
    }
    return platform.settings().hasAccount() ? Optional.empty() : Optional.of(set + ".account");
  }

  @Override
  public DeliveryAttempt test(Connection connection) {
    return attempt(AdClient::check);
  }

  @Override
  public boolean keepsLists() {
    return true;
  }

  @Override
  public DeliveryAttempt synchronize(Connection connection, Instant since) {
    return attempt(client -> audiences.tell(connection.name(), client));
  }

  @Override
  public DeliveryAttempt deliver(Connection connection, OutboundMessage message) {
    Optional<String> missing = missing(connection);
    if (missing.isPresent()) {
      return new DeliveryAttempt(new DeliveryOutcome.Unauthorized(missing.get()), 0);
    }
    audiences.consider(connection.name(), message);
    Optional<String> goal = Conversions.goal(message);
    if (goal.isEmpty()) {
      return new DeliveryAttempt(new DeliveryOutcome.Sent(""), 0);
    }
    Optional<KnownLead> lead = leads.of(message);
    ConversionTerms terms = platform.settings().conversions().get(goal.get());
    String why = lead.isEmpty() ? "nobody is known" : conversions.hindrance(lead.get()).orElse("");
    if (terms == null) {
      why = "baton.connect.%s.conversions.%s.id is not set".formatted(kind(), goal.get());
    }
    if (terms == null || !why.isEmpty() || lead.isEmpty()) {
      return skipped(why);
    }
    Optional<Conversion> conversion = conversions.of(message, lead.get());
    if (conversion.isEmpty()) {
      return skipped("it has been counted before");
    }
    Conversion told = conversion.get().worth(terms.value(), terms.currency());
    return told.isTraceable()
        ? attempt(client -> client.send(told, terms.id()))
        : skipped("neither an address nor a click is known");
  }

  private static DeliveryAttempt skipped(String why) {
    return new DeliveryAttempt(new DeliveryOutcome.Skipped(why), 0);
  }

  private DeliveryAttempt attempt(Consumer<AdClient> work) {
    return SystemClient.attempt(platform.client().get(), work);
  }
}
