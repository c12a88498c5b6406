package dev.baton.people;

import java.util.List;

/** Enabled channels of messages; the room that sends them says it. */
public interface EnabledChannels {

  /** All that there are, in the order in which people read them. */
  List<String> all();

  /** The channels that are set up. */
  List<String> channels();

  /** A channel as people call it within a sentence. */
  String name(String channel);
}
