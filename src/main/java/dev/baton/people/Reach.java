package dev.baton.people;

import java.util.List;

/** Over which channels messages leave this house; the room that sends them says it. */
public interface Reach {

  /** The channels that are set up. */
  List<String> channels();
}
