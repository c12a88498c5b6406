package dev.baton.connect.automation;

import dev.baton.connect.audience.AudienceClient;

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

  /** Takes a person out for good; one that is gone stays so. */
  void erase(String id);
}
