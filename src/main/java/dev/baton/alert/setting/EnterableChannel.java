package dev.baton.alert.setting;

import dev.baton.input.FieldReader;
import java.util.Map;
import java.util.Set;

/** Channel that is reached as the environment says, else as an administrator entered it. */
public interface EnterableChannel {

  /** The word of its messenger. */
  String channel();

  /** What the environment says and nobody may change, without secrets; empty: it says nothing. */
  Map<String, String> ofEnvironment();

  /** Which of its settings are secret. */
  Set<String> secrets();

  /** What was entered, by its name; what is wrong with it is told to the reader of its fields. */
  Map<String, String> read(FieldReader fields);

  /**
   * Asks the server whether it takes these; nothing is sent.
   *
   * @param fields hears what it said, about the field that it concerns
   */
  void check(ChannelSetting entered, FieldReader fields);
}
