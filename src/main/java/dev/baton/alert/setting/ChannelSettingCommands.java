package dev.baton.alert.setting;

import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.privacy.AuditTrail;
import dev.baton.sql.SecretEncryption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Commands on the settings of channels: enter them, once the server takes them, and forget them.
 */
@Component
public class ChannelSettingCommands {
  private final ChannelSettings settings;
  private final List<EnterableChannel> channels;
  private final AuditTrail audit;

  ChannelSettingCommands(
      ChannelSettings settings, List<EnterableChannel> channels, AuditTrail audit) {
    this.settings = settings;
    this.channels = channels;
    this.audit = audit;
  }

  /**
   * Settings of a channel as pages show them.
   *
   * @param fixed the environment says them, and nobody may change them
   * @param values without secrets
   * @param secrets which of these are set
   */
  public record View(
      String channel, boolean fixed, Map<String, String> values, Set<String> secrets) {
    public String value(String name) {
      return values.getOrDefault(name, "");
    }
  }

  /** By the word of the channel. */
  public Map<String, View> views() {
    return channels.stream().collect(Collectors.toMap(EnterableChannel::channel, this::view));
  }

  View view(String channel) {
    return view(find(channel));
  }

  private View view(EnterableChannel channel) {
    Map<String, String> fixed = channel.ofEnvironment();
    if (!fixed.isEmpty()) {
      return new View(channel.channel(), true, fixed, Set.of());
    }
    Map<String, String> open = new TreeMap<>(entered(channel).values());
    Set<String> secrets = new TreeSet<>(open.keySet());
    secrets.retainAll(channel.secrets());
    open.keySet().removeAll(secrets);
    return new View(channel.channel(), false, open, secrets);
  }

  private ChannelSetting entered(EnterableChannel channel) {
    return settings.find(channel.channel()).orElse(ChannelSetting.NONE);
  }

  /** What is not sent stays; an error names what the server said. */
  View enter(String word, Map<String, Object> sent, String by) {
    EnterableChannel channel = changeable(word);
    Map<String, Object> values = new TreeMap<>(entered(channel).values());
    values.putAll(sent);
    FieldReader fields = FieldReader.ofJson(values);
    ChannelSetting entered = new ChannelSetting(channel.read(fields));
    fields.check();
    if (!settings.canKeepSecrets()
        && channel.secrets().stream().anyMatch(entered.values()::containsKey)) {
      throw new Conflict(
          "Secrets are kept encrypted: set %s first, a text of at least 16 characters"
              .formatted(SecretEncryption.SETTING));
    }
    channel.check(entered, fields);
    fields.check();
    settings.save(word, entered, channel.secrets(), by);
    audit.add(by, "channel_entered", "channel " + word);
    return view(channel);
  }

  void forget(String word, String by) {
    changeable(word);
    if (settings.remove(word)) {
      audit.add(by, "channel_forgotten", "channel " + word);
    }
  }

  private EnterableChannel changeable(String word) {
    EnterableChannel channel = find(word);
    if (!channel.ofEnvironment().isEmpty()) {
      throw new Conflict("This channel is set where Baton is started, and is changed only there");
    }
    return channel;
  }

  private EnterableChannel find(String word) {
    return channels.stream()
        .filter(channel -> channel.channel().equals(word))
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("There is no channel %s to enter".formatted(word)));
  }
}
