package dev.baton.engine;

/** Which models another one may name: what is deployed with it, and what is in force already. */
interface InReach {
  boolean together(ModelKind kind, String key);

  boolean inForce(ModelKind kind, String key);

  default boolean either(ModelKind kind, String key) {
    return together(kind, key) || inForce(kind, key);
  }
}
