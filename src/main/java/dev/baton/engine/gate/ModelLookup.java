package dev.baton.engine.gate;

import java.util.List;
import java.util.Optional;

/** Which models another one may name: what is deployed with it, and what is in force already. */
public interface ModelLookup {
  boolean together(ModelKind kind, String key);

  boolean inForce(ModelKind kind, String key);

  /** Whether the engine has this version of a model, counted from 1. */
  boolean hasVersion(ModelKind kind, String key, int version);

  /** A model as it is deployed with the other one, else as it is in force. */
  Optional<ModelXml> model(ModelKind kind, String key);

  /** The file of a model as it is deployed with the other one, else as it is in force. */
  Optional<byte[]> content(ModelKind kind, String key);

  default boolean either(ModelKind kind, String key) {
    return together(kind, key) || inForce(kind, key);
  }

  /** Each process that is deployed with it, or is in force. */
  List<ModelXml> processes();
}
