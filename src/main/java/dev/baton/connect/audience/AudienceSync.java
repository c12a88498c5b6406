package dev.baton.connect.audience;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.audience.AudienceMembers.AudienceMember;
import dev.baton.connect.audience.AudienceMembers.Counts;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.connection.ConnectSettings;
import dev.baton.connect.connection.Connections;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.OutboundMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the lists of other systems hold whom they should: who changes a stage is looked at at once,
 * all are every few minutes, and the differences are told in batches. Told twice, it changes
 * nothing the second time.
 */
@Component
public class AudienceSync {
  /** Consent and segments change without a stage. */
  private static final Duration ALL_LOOKED_AT = Duration.ofMinutes(10);

  private static final int PAGE = 500;

  private final Audiences audiences;
  private final AudienceMembers members;
  private final AudienceCandidates candidates;
  private final Connections connections;
  private final ConnectSettings settings;
  private final Clock clock;

  AudienceSync(
      Audiences audiences,
      AudienceMembers members,
      AudienceCandidates candidates,
      Connections connections,
      ConnectSettings settings,
      Clock clock) {
    this.audiences = audiences;
    this.members = members;
    this.candidates = candidates;
    this.connections = connections;
    this.settings = settings;
    this.clock = clock;
  }

  /** Looks at the lead of a fact; nothing is told yet. */
  public void consider(String connection, OutboundMessage message) {
    if (message.kind() == FactKind.STAGE || message.kind() == FactKind.MERGED) {
      List<String> ids = new ArrayList<>(List.of(message.leadId()));
      Optional.ofNullable(message.content().path("merged").asText(null)).ifPresent(ids::add);
      List<Audience> its = audiences.of(connection);
      if (its.stream().map(audience -> consider(audience, ids)).reduce(false, Boolean::logicalOr)) {
        connections.synchronizeSoon(connection);
      }
    }
  }

  /**
   * Tells what differs, of all audiences of a connection. A list that the system doesn't know holds
   * up neither the others nor anything else.
   *
   * @throws CallFailed where the system takes nothing now; the rest is told the next time
   */
  public void tell(String connection, AudienceClient client) {
    for (Audience audience : audiences.of(connection)) {
      Instant now = clock.instant();
      Audience.Failure failure = audience.failure();
      if (failure != null && failure.at().plus(ALL_LOOKED_AT).isAfter(now)) {
        continue;
      }
      try {
        tell(audience, client, now);
        if (failure != null) {
          audiences.failed(audience, null, null);
        }
      } catch (CallFailed e) {
        if (!(e.outcome() instanceof DeliveryOutcome.Failed failed)) {
          throw e;
        }
        audiences.failed(audience, failed.why(), now);
      }
    }
  }

  private void tell(Audience audience, AudienceClient client, Instant now) {
    Instant filled = audience.filledAt();
    if (filled == null || filled.plus(ALL_LOOKED_AT).isBefore(now)) {
      considerAll(audience);
      audiences.filled(audience, now);
    }
    takeOut(audience, client);
    Counts counts = members.counts(audience.name());
    if (counts.size() >= settings.smallestAudience()) {
      putIn(audience, client);
    }
    if (audience.isEnding() && counts.size() + counts.leaving() == 0) {
      audiences.remove(audience.name());
    }
  }

  private void considerAll(Audience audience) {
    String after = "";
    List<String> ids;
    do {
      ids = candidates.page(audience, after, PAGE);
      consider(audience, ids);
      after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
    } while (ids.size() == PAGE);
    for (String state : List.of(AudienceMembers.WAITING, AudienceMembers.MEMBER)) {
      after = "";
      do {
        ids = ids(members.some(audience.name(), state, after, PAGE));
        consider(audience, ids);
        after = ids.isEmpty() ? after : ids.get(ids.size() - 1);
      } while (ids.size() == PAGE);
    }
  }

  /** Whether there is anything to tell. */
  private boolean consider(Audience audience, Collection<String> leadIds) {
    if (leadIds.isEmpty()) {
      return false;
    }
    Map<String, String> wanted = candidates.of(audience, leadIds);
    Map<String, AudienceMember> known = members.of(audience.name(), leadIds);
    List<String> come = wanted.keySet().stream().filter(id -> !known.containsKey(id)).toList();
    members.add(audience.name(), come);
    List<String> go = known.keySet().stream().filter(id -> !wanted.containsKey(id)).toList();
    members.leave(audience.name(), go);
    members.stay(
        audience.name(),
        known.values().stream()
            .filter(one -> one.state().equals(AudienceMembers.LEAVING))
            .map(AudienceMember::leadId)
            .filter(wanted::containsKey)
            .toList());
    return !come.isEmpty() || !go.isEmpty();
  }

  private void takeOut(Audience audience, AudienceClient client) {
    List<AudienceMember> some;
    do {
      some = members.some(audience.name(), AudienceMembers.LEAVING, "", client.mostMembers());
      List<String> identities =
          some.stream().flatMap(one -> Optional.ofNullable(one.identity()).stream()).toList();
      if (!identities.isEmpty()) {
        client.change(audience, false, identities);
      }
      if (!some.isEmpty()) {
        members.gone(audience.name(), ids(some));
      }
    } while (some.size() == client.mostMembers());
  }

  /** Consent is asked anew for each of them: it may have waited for long. */
  private void putIn(Audience audience, AudienceClient client) {
    String after = "";
    List<AudienceMember> some;
    do {
      some = members.some(audience.name(), AudienceMembers.WAITING, after, client.mostMembers());
      after = some.isEmpty() ? after : some.get(some.size() - 1).leadId();
      Map<String, String> wanted = candidates.of(audience, ids(some));
      members.leave(
          audience.name(), ids(some).stream().filter(id -> !wanted.containsKey(id)).toList());
      Map<String, String> identities = new LinkedHashMap<>();
      wanted.forEach(
          (id, email) ->
              client.identity(email).ifPresent(identity -> identities.put(id, identity)));
      if (!identities.isEmpty()) {
        members.name(audience.name(), identities);
        client.change(audience, true, List.copyOf(identities.values()));
        members.joined(audience.name(), identities.keySet());
      }
    } while (some.size() == client.mostMembers());
  }

  private static List<String> ids(List<AudienceMember> members) {
    return members.stream().map(AudienceMember::leadId).toList();
  }
}
