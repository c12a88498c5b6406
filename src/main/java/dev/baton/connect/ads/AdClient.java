package dev.baton.connect.ads;

import dev.baton.connect.audience.AudienceClient;
import dev.baton.connect.conversion.Conversion;

/**
 * The calls of one ad platform for one piece of work.
 *
 * @see dev.baton.connect.call.CallFailed
 */
interface AdClient extends AudienceClient {

  /** Whether it takes calls of ours. */
  void check();

  /**
   * Tells a conversion.
   *
   * @param action what it is called there
   */
  void send(Conversion conversion, String action);
}
