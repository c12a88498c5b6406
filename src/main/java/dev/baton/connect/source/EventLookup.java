package dev.baton.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Look-up of what an event only points to, in the system that sent it. */
interface EventLookup {

  /** Whether something is to be looked up. */
  boolean points(JsonNode event);

  /**
   * Completes an event; false where what it points to is gone.
   *
   * @throws LookupFailed to be tried again
   */
  boolean complete(ObjectNode event);
}
