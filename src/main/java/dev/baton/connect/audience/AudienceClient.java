package dev.baton.connect.audience;

import dev.baton.connect.call.SystemClient;
import java.util.List;
import java.util.Optional;

/**
 * The lists of one system, for one piece of work.
 *
 * @see dev.baton.connect.call.CallFailed
 */
public interface AudienceClient extends SystemClient {

  /** How many leads it takes in one call. */
  int mostMembers();

  /** What it knows a lead by; empty where it doesn't know it. */
  Optional<String> identity(String email);

  /** Puts leads into a list, or takes them out; those that are there, or gone, stay so. */
  void change(Audience audience, boolean added, List<String> identities);
}
