package dev.baton.rehearsal;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.input.InvalidInput;
import dev.baton.privacy.AuditTrail;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioReader;
import dev.baton.rehearsal.scenario.ScenarioReport;
import dev.baton.rehearsal.scenario.ScenarioResult;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commands on scenarios: written, taken away, played. */
@Component
public class ScenarioCommands {
  private static final int LARGEST = 100_000;
  private static final int MOST = 200;

  private final Scenarios scenarios;
  private final Rehearsal rehearsal;
  private final AuditTrail audit;
  private final Clock clock;

  ScenarioCommands(Scenarios scenarios, Rehearsal rehearsal, AuditTrail audit, Clock clock) {
    this.scenarios = scenarios;
    this.rehearsal = rehearsal;
    this.audit = audit;
    this.clock = clock;
  }

  /** Writes a scenario, or changes it. */
  @Transactional
  public void save(String name, String csv, String by) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,99}")) {
      throw InvalidInput.at("name", "small letters, digits and dashes only, at most 100");
    }
    if (csv.length() > LARGEST) {
      throw InvalidInput.at("file", "is longer than %d characters".formatted(LARGEST));
    }
    ScenarioReader.read(name, csv);
    if (scenarios.find(name).isEmpty() && scenarios.all().size() >= MOST) {
      throw InvalidInput.at("name", "there are %d scenarios; take one away first".formatted(MOST));
    }
    scenarios.save(name, csv, by, clock.instant());
    tell("scenario_saved", name, by);
  }

  /** Takes a written scenario away; one that ships is as it ships again. */
  @Transactional
  public void delete(String name, String by) {
    scenarios.delete(name);
    tell("scenario_deleted", name, by);
  }

  private void tell(String what, String name, String by) {
    audit.add(by, what, "scenario " + name);
  }

  /** Plays all scenarios with proposed models in place of those in force. */
  public ScenarioReport play(Collection<ModelFile> candidates) {
    return ScenarioReport.of(rehearsal.play(candidates, scenarios.readable()));
  }

  /** Plays all scenarios, or one, with the models in force. */
  public List<ScenarioResult> run(@Nullable String name) {
    List<Scenario> all =
        scenarios.readable().stream()
            .filter(scenario -> name == null || scenario.name().equals(name))
            .toList();
    if (all.isEmpty()) {
      throw InvalidInput.at("name", "there is no scenario '%s'".formatted(name));
    }
    return rehearsal.play(List.of(), all);
  }
}
