package dev.baton.alert;

import dev.baton.people.Preference;
import dev.baton.people.Preferences;
import dev.baton.people.Reach;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Over which channels, and when, somebody wants to be told. Nothing gets lost by a wish: where no
 * wanted channel works, all that work are used, and only reminders and news wait for a digest.
 */
@Component
class Wishes implements Reach {
  private final List<Messenger> messengers;
  private final Preferences preferences;
  private final DeadAddresses dead;

  Wishes(List<Messenger> messengers, Preferences preferences, DeadAddresses dead) {
    this.messengers = messengers;
    this.preferences = preferences;
    this.dead = dead;
  }

  @Override
  public List<String> channels() {
    return messengers.stream()
        .filter(messenger -> messenger.missing().isEmpty())
        .map(Messenger::channel)
        .toList();
  }

  /**
   * Which of the channels that are set up reach somebody; none when all their addresses are dead.
   */
  List<String> reaching(Addressee to) {
    return channels().stream().filter(channel -> dead.find(to, channel).isEmpty()).toList();
  }

  /** Why a channel that is set up stays silent, or null when it is used. */
  String hindrance(Addressee to, String channel) {
    List<String> reaching = reaching(to);
    if (!reaching.contains(channel)) {
      return dead.find(to, channel)
          .map(it -> "%s takes no messages: %s".formatted(it.address(), it.why()))
          .orElse(null);
    }
    Preference preference = preferences.of(to.id());
    Predicate<String> wanted = preference::takes;
    return wanted.test(channel) || reaching.stream().noneMatch(wanted)
        ? null
        : to.name() + " wants messages over another channel";
  }

  /**
   * The instant of the digest for which a notice waits, or null when it comes at once: because it
   * can't wait, or what it asks for is due before.
   */
  Instant digest(Notice notice, Reader reader, Instant now) {
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
