package dev.baton.alert;

import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.RenderedMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A channel whose peer answers as told, and takes everything when nothing is told. */
public class RecordingMessenger implements Messenger {
  public final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  public final List<String> readers = Collections.synchronizedList(new ArrayList<>());
  public final Deque<DeliveryOutcome> answers = new ArrayDeque<>();

  /** The process dies when the peer has taken so many. */
  int killAfter = -1;

  private final String channel;

  /** What nothing catches, as nothing survives a kill. */
  static class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  public RecordingMessenger(String channel) {
    this.channel = channel;
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public String name() {
    return channel.equals("email")
        ? "e-mail"
        : Character.toUpperCase(channel.charAt(0)) + channel.substring(1);
  }

  @Override
  public Optional<String> address(DeliveryTarget to) {
    boolean byEmail = channel.equals("email") || to.slackId() == null;
    return Optional.ofNullable(byEmail ? to.email() : to.slackId());
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public DeliveryOutcome send(String key, RenderedMessage message, DeliveryTarget reader) {
    sent.add(key);
    readers.add(reader.id());
    if (sent.size() == killAfter) {
      killAfter = -1;
      throw new Killed();
    }
    DeliveryOutcome answer = answers.poll();
    return answer == null ? new DeliveryOutcome.Sent(message.text()) : answer;
  }
}
