package dev.baton.engine.names;

import java.util.Map;
import java.util.Set;

/** The variables that the application gives to one of its processes, for the deployment gate. */
public interface KnownVariables {
  /** The process's id. */
  String process();

  /** Each by name, with the words that it may be; none where it may be anything. */
  Map<String, Set<String>> words();
}
