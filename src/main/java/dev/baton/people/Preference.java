package dev.baton.people;

import java.util.List;

/**
 * How somebody likes to be told.
 *
 * @param channels over which; never empty
 * @param digestHour the hour of their day at which reminders and news come in one message; null:
 *     each at once
 */
public record Preference(List<String> channels, Integer digestHour) {
  public static final List<String> CHANNELS = List.of("slack", "email", "teams");
  public static final Preference USUAL = new Preference(CHANNELS, null);

  public Preference {
    channels = List.copyOf(channels);
  }

  public boolean takes(String channel) {
    return channels.contains(channel);
  }
}
