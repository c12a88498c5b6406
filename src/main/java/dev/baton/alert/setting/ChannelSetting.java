package dev.baton.alert.setting;

import java.util.Map;
import java.util.Optional;

/**
 * Settings of a channel as an administrator entered them.
 *
 * @param values by their names, what is secret among them
 */
public record ChannelSetting(Map<String, String> values) {
  public static final ChannelSetting NONE = new ChannelSetting(Map.of());

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "ChannelSetting" + values.keySet();
  }
}
