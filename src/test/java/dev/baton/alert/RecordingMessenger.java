package dev.baton.alert;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A channel whose peer answers as told, and takes everything when nothing is told. */
class RecordingMessenger implements Messenger {
  final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  final List<String> readers = Collections.synchronizedList(new ArrayList<>());
  final Deque<Outcome> answers = new ArrayDeque<>();

  /** The process dies when the peer has taken so many. */
  int killAfter = -1;

  private final String channel;

  /** What nothing catches, as nothing survives a kill. */
  static class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  RecordingMessenger(String channel) {
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
  public String address(Addressee to) {
    return channel.equals("email") || to.slackId() == null ? to.email() : to.slackId();
  }

  @Override
  public Optional<String> missing() {
    return Optional.empty();
  }

  @Override
  public Outcome send(String key, Letter letter, Addressee reader) {
    sent.add(key);
    readers.add(reader.id());
    if (sent.size() == killAfter) {
      killAfter = -1;
      throw new Killed();
    }
    Outcome answer = answers.poll();
    return answer == null ? new Outcome.Sent(letter.text()) : answer;
  }
}
