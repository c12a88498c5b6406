package dev.baton.alert;

import dev.baton.people.Preference;
import dev.baton.people.Preferences;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Selector of the channels over which, and of the time at which, somebody is told. Nothing gets
 * lost by a preference: where no preferred channel works, all that work are used, and only
 * reminders and news wait for a digest.
 */
@Component
class ChannelSelector {
  private final Channels channels;
  private final Preferences preferences;
  private final DeadAddresses dead;
  private final QuietHours quietHours;

  ChannelSelector(
      Channels channels, Preferences preferences, DeadAddresses dead, QuietHours quietHours) {
    this.channels = channels;
    this.preferences = preferences;
    this.dead = dead;
    this.quietHours = quietHours;
  }

  List<Messenger> all() {
    return channels.messengers();
  }

  /** Those over which a team is told as a whole. */
  List<Messenger> ofTeam(Addressee team) {
    return all().stream().filter(messenger -> messenger.address(team) != null).toList();
  }

  /** A channel that is set up and doesn't reach somebody whom none of them reaches, or null. */
  String noneReaching(Addressee to) {
    List<String> works = channels.channels();
    return works.isEmpty() || !reaching(to).isEmpty() ? null : works.get(0);
  }

  /** Why a channel is not used, or null when it is. */
  String hindrance(Addressee to, Messenger messenger) {
    return messenger
        .missing()
        .map(setting -> setting + " is not set")
        .orElseGet(() -> hindrance(to, messenger.channel()));
  }

  private String hindrance(Addressee to, String channel) {
    List<String> reaching = reaching(to);
    if (!reaching.contains(channel)) {
      return dead.find(to, channel)
          .map(it -> "%s takes no messages: %s".formatted(it.address(), it.why()))
          .orElse(null);
    }
    Preference preference = preferences.of(to.id());
    return preference.takes(channel) || reaching.stream().noneMatch(preference::takes)
        ? null
        : to.name() + " wants messages over another channel";
  }

  private List<String> reaching(Addressee to) {
    return channels.channels().stream()
        .filter(channel -> dead.find(to, channel).isEmpty())
        .toList();
  }

  /**
   * When somebody is told.
   *
   * @param daily in the digest of the day
   */
  record Time(Instant at, boolean daily) {}

  Time time(Notice notice, Reader reader, Instant now) {
    Instant digest = reader.found() ? digest(notice, reader, now) : null;
    Instant from = digest == null ? now : digest;
    return new Time(quietHours.open(from, reader.shift(), notice.urgent()), digest != null);
  }

  /**
   * The instant of the digest for which a notice waits, or null when it comes at once: because it
   * can't wait, or what it asks for is due before.
   */
  private Instant digest(Notice notice, Reader reader, Instant now) {
    if (!notice.kind().isPatient() || notice.urgent()) {
      return null;
    }
    Integer hour = preferences.of(reader.id()).digestHour();
    if (hour == null) {
      return null;
    }
    Instant digest = next(hour, now.atZone(reader.zone()));
    Instant dueAt = notice.pack().dueAt();
    return dueAt != null && !dueAt.isAfter(digest) ? null : digest;
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
