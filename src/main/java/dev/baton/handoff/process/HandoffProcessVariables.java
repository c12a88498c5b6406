package dev.baton.handoff.process;

import dev.baton.engine.names.KnownVariables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What expressions of {@code lead-handoff} may read, beside what they set and ask themselves. */
@Component
class HandoffProcessVariables implements KnownVariables {
  @Override
  public String process() {
    return HandoffProcess.KEY;
  }

  @Override
  public Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    HandoffProcess.VARIABLES.forEach(variable -> words.put(variable.name(), Set.of()));
    words.put(HandoffProcess.DECISION.name(), Set.of("rule", "nobody", "person", "confirm"));
    return words;
  }
}
