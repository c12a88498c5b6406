package dev.baton.alert.message;

import java.util.Optional;

/**
 * A channel: one class, known by being a bean, and all that is asked about it; every call it makes
 * has an end. Whoever brings another one adds its class and its settings.
 */
public interface Messenger {

  /** The channel's word in the contract, at most 20 letters. */
  String channel();

  /** What people call it within a sentence. */
  String name();

  /** Which setting is missing, so that nothing can be sent; empty when all is there. */
  Optional<String> missing();

  /**
   * Where it reaches somebody, if it has an address of theirs. A team has one only where it can be
   * told as a whole.
   */
  Optional<String> address(DeliveryTarget to);

  /**
   * Sends once.
   *
   * @param key the same for each attempt, so that a peer can recognise a repetition
   */
  DeliveryOutcome send(String key, RenderedMessage message, DeliveryTarget reader);
}
