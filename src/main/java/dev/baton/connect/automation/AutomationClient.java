package dev.baton.connect.automation;

import dev.baton.connect.audience.AudienceClient;
import java.time.Instant;
import java.util.List;

/**
 * The calls of one marketing automation for one piece of work.
 *
 * @see dev.baton.connect.call.CallFailed
 */
interface AutomationClient extends AudienceClient {

  /** Whether it takes calls of ours. */
  void check();

  /**
   * Makes the person of an address, or changes it.
   *
   * @return its id there
   */
  String write(String email, PersonFields fields);

  /** Whether it can be asked what people did there. */
  default boolean tellsActivities() {
    return false;
  }

  /** Where the page begins of what people did from an instant on, as it says it. */
  default String pageSince(Instant since) {
    throw new IllegalStateException("It tells of nobody what they did");
  }

  /**
   * A page of what people did there, each with who it was.
   *
   * @param types the numbers of kinds of activities
   * @param page where it begins
   */
  default ActivityPage activities(List<String> types, String page) {
    throw new IllegalStateException("It tells of nobody what they did");
  }

  /** Takes a person out for good; one that is gone stays so. */
  void erase(String id);
}
