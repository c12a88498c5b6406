package dev.baton.alert;

import dev.baton.people.Reach;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The channels that there are, in the order in which people read them. */
@Component
class Channels implements Reach {
  private final List<Messenger> messengers;

  Channels(List<Messenger> messengers) {
    this.messengers = List.copyOf(messengers);
  }

  List<Messenger> messengers() {
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
    return find(channel).map(Messenger::name).orElse(channel);
  }

  /** Where a channel reaches somebody, or null. */
  String address(Addressee to, String channel) {
    return find(channel).map(messenger -> messenger.address(to)).orElse(null);
  }

  /** Whether a team is told as a whole over any of them. */
  boolean reachTeam(Addressee team) {
    return messengers.stream().anyMatch(messenger -> messenger.address(team) != null);
  }

  private Optional<Messenger> find(String channel) {
    return messengers.stream().filter(each -> each.channel().equals(channel)).findFirst();
  }
}
