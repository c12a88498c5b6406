package dev.baton.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notification settings of a person.
 *
 * @param channels over which; empty only where there are none
 * @param digestHour the hour of their day at which reminders and news come in one message; null:
 *     each at once
 */
public record Preference(List<String> channels, @Nullable Integer digestHour) {
  public Preference {
    channels = List.copyOf(channels);
  }

  public boolean takes(String channel) {
    return channels.contains(channel);
  }
}
