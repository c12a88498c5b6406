package dev.baton.alert;

import java.util.Optional;

/** Carries letters over one channel; every call it makes has an end. */
interface Messenger {

  /** The channel's word in the contract. */
  String channel();

  /** Which setting is missing, so that nothing can be sent; empty when all is there. */
  Optional<String> missing();

  /**
   * Sends once.
   *
   * @param key the same for each attempt, so that a peer can recognise a repetition
   */
  Outcome send(String key, Letter letter, Addressee reader);
}
