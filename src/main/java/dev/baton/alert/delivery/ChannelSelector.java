package dev.baton.alert.delivery;

import dev.baton.alert.message.Channels;
import dev.baton.alert.message.DeadAddresses;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.Recipient;
import dev.baton.people.Preference;
import dev.baton.people.Preferences;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Selector of the channels over which, and of the time at which, somebody is told. Nothing gets
 * lost by a preference: where no preferred channel works, all that work are used, and only
 * reminders and news wait for a digest.
 */
@Component
public class ChannelSelector {
  private final Channels channels;
  private final Preferences preferences;
  private final DeadAddresses dead;
  private final QuietHours quietHours;

  public ChannelSelector(
      Channels channels, Preferences preferences, DeadAddresses dead, QuietHours quietHours) {
    this.channels = channels;
    this.preferences = preferences;
    this.dead = dead;
    this.quietHours = quietHours;
  }

  /** Those that are set up; without any the first one, for it to be seen what isn't sent. */
  public List<Messenger> all() {
    List<Messenger> all = channels.messengers();
    List<Messenger> ready =
        all.stream().filter(messenger -> messenger.missing().isEmpty()).toList();
    return ready.isEmpty() ? all.stream().limit(1).toList() : ready;
  }

  /** Those over which a team is told as a whole. */
  public List<Messenger> ofTeam(DeliveryTarget team) {
    return all().stream().filter(messenger -> messenger.address(team).isPresent()).toList();
  }

  /** A channel that is set up and doesn't reach somebody whom none of them reaches. */
  public Optional<String> noneReaching(DeliveryTarget to) {
    return reaching(to).isEmpty() ? channels.channels().stream().findFirst() : Optional.empty();
  }

  /** Why nothing can be sent over a channel at all: none is set up. */
  public Optional<String> missing(Messenger messenger) {
    return messenger
        .missing()
        .map(
            setting ->
                channels.messengers().stream()
                    .flatMap(each -> each.missing().stream())
                    .collect(Collectors.joining(", ", "No channel is set up; set one of ", "")));
  }

  /** Why a channel is not used; empty when it is. */
  public Optional<String> hindrance(DeliveryTarget to, Messenger messenger) {
    return missing(messenger).or(() -> hindrance(to, messenger.channel()));
  }

  private Optional<String> hindrance(DeliveryTarget to, String channel) {
    List<String> reaching = reaching(to);
    if (!reaching.contains(channel)) {
      return dead.find(to, channel)
          .map(it -> "%s takes no messages: %s".formatted(it.address(), it.why()));
    }
    Preference preference = preferences.of(to.id());
    return preference.takes(channel) || reaching.stream().noneMatch(preference::takes)
        ? Optional.empty()
        : Optional.of(to.name() + " wants messages over another channel");
  }

  private List<String> reaching(DeliveryTarget to) {
    return channels.channels().stream()
        .filter(channel -> dead.find(to, channel).isEmpty())
        .toList();
  }

  public DeliveryTime time(
      Notice notice, @Nullable Instant dueAt, Recipient recipient, Instant now) {
    Optional<Instant> digest =
        recipient.found() ? digest(notice, dueAt, recipient, now) : Optional.empty();
    Instant at = quietHours.open(digest.orElse(now), recipient.shift(), notice.urgent());
    return new DeliveryTime(at, digest.isPresent());
  }

  /**
   * The instant of the digest for which a notice waits; empty when it comes at once: because it
   * can't wait, or what it asks for is due before.
   */
  private Optional<Instant> digest(
      Notice notice, @Nullable Instant dueAt, Recipient recipient, Instant now) {
    if (!notice.kind().isPatient() || notice.urgent()) {
      return Optional.empty();
    }
    Integer hour = preferences.of(recipient.id()).digestHour();
    if (hour == null) {
      return Optional.empty();
    }
    Instant digest = next(hour, now.atZone(recipient.zone()));
    return dueAt != null && !dueAt.isAfter(digest) ? Optional.empty() : Optional.of(digest);
  }

  private static Instant next(int hour, ZonedDateTime now) {
    ZonedDateTime today = now.toLocalDate().atTime(LocalTime.of(hour, 0)).atZone(now.getZone());
    ZonedDateTime next =
        today.isAfter(now)
            ? today
            : now.toLocalDate().plusDays(1).atTime(LocalTime.of(hour, 0)).atZone(now.getZone());
    return next.toInstant();
  }
}
