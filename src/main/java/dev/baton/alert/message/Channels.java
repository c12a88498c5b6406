package dev.baton.alert.message;

import dev.baton.people.EnabledChannels;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The channels that there are, in the order in which people read them. */
@Component
public class Channels implements EnabledChannels {
  /** No messenger's: what goes over it is written to leads. */
  public static final String TO_LEADS = "lead";

  private final List<Messenger> messengers;

  public Channels(List<Messenger> messengers) {
    this.messengers = List.copyOf(messengers);
  }

  public List<Messenger> messengers() {
    return messengers;
  }

  @Override
  public List<String> all() {
    return messengers.stream().map(Messenger::channel).toList();
  }

  @Override
  public List<String> channels() {
    return messengers.stream()
        .filter(messenger -> messenger.missing().isEmpty())
        .map(Messenger::channel)
        .toList();
  }

  @Override
  public String name(String channel) {
    return find(channel)
        .map(Messenger::name)
        .orElse(channel.equals(TO_LEADS) ? "e-mail to leads" : channel);
  }

  /** Where a channel reaches somebody. */
  Optional<String> address(DeliveryTarget to, String channel) {
    return find(channel).flatMap(messenger -> messenger.address(to));
  }

  /** Whether a team is told as a whole over any of them. */
  boolean reachTeam(DeliveryTarget team) {
    return messengers.stream().anyMatch(messenger -> messenger.address(team).isPresent());
  }

  private Optional<Messenger> find(String channel) {
    return messengers.stream().filter(each -> each.channel().equals(channel)).findFirst();
  }
}
