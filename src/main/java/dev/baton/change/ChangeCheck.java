package dev.baton.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.change.ChangeFinding.Severity;
import dev.baton.change.backtest.BackTest;
import dev.baton.change.backtest.BackTestProgress;
import dev.baton.change.backtest.BackTestResult;
import dev.baton.change.backtest.CandidateTables;
import dev.baton.change.diff.ModelDiff;
import dev.baton.change.load.LoadForecast;
import dev.baton.change.progress.ChangeProgress;
import dev.baton.change.progress.RunningChecks;
import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.rehearsal.ScenarioCommands;
import dev.baton.rehearsal.scenario.ScenarioReport;
import dev.baton.sql.JsonColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Check of a change: what hinders a deployment, and what its author should know before. */
@Component
class ChangeCheck {
  private final ModelChanges changes;
  private final ModelDeployments deployments;
  private final ChangedTables tables;
  private final BackTest backTest;
  private final LoadForecast load;
  private final ScenarioCommands scenarios;
  private final ObjectMapper json;
  private final RunningChecks running = new RunningChecks();

  ChangeCheck(
      ModelChanges changes,
      ModelDeployments deployments,
      ChangedTables tables,
      BackTest backTest,
      LoadForecast load,
      ScenarioCommands scenarios,
      ObjectMapper json) {
    this.changes = changes;
    this.deployments = deployments;
    this.tables = tables;
    this.backTest = backTest;
    this.load = load;
    this.scenarios = scenarios;
    this.json = json;
  }

  /** How far the check of a change is that runs now. */
  Optional<ChangeProgress.Count> progress(long id) {
    return running.of(id);
  }

  /** What is wrong with a change as it would be deployed now, and what it would have done. */
  CheckReport run(long id, BackTestRange range) {
    return running.run(id, progress -> run(id, range, progress));
  }

  private CheckReport run(long id, BackTestRange range, BackTestProgress progress) {
    String beside = inForceOf(id);
    List<ChangeFinding> findings = findings(id);
    CheckReport alone = new CheckReport(findings, null, null, null, beside);
    if (alone.isHindered()) {
      return alone;
    }
    ScenarioReport played =
        scenarios.play(changes.files(id).stream().map(ChangedFile::file).toList());
    CandidateTables candidate = tables.of(id);
    if (candidate.files().isEmpty()) {
      return new CheckReport(findings, played, null, null, beside);
    }
    BackTestResult result = backTest.runWithMqls(candidate, range.from(), range.to(), progress);
    return new CheckReport(
        findings,
        played,
        result.report(),
        load.of(candidate, result.mqls(), range.from(), range.to()),
        beside);
  }

  /** Hash of what is in force now of the files of a change. */
  String inForceOf(long id) {
    return ChangeDraft.hash(
        changes.files(id).stream()
            .flatMap(file -> deployments.inForce(file.file()).stream())
            .toList());
  }

  /** Whether something else is in force of its files than what its last check saw. */
  boolean isOutrun(long id, CheckReport last) {
    return last.beside() != null && !last.beside().equals(inForceOf(id));
  }

  private List<ChangeFinding> findings(long id) {
    List<ChangedFile> files = changes.files(id);
    List<ChangeFinding> findings = new ArrayList<>();
    deployments.check(files.stream().map(ChangedFile::file).toList()).stream()
        .map(
            finding ->
                new ChangeFinding(
                    Severity.ERROR, finding.file(), finding.element(), finding.text()))
        .forEach(findings::add);
    files.forEach(file -> warn(id, file, findings));
    return findings;
  }

  private void warn(long id, ChangedFile file, List<ChangeFinding> findings) {
    Optional<ModelFile> inForce = deployments.inForce(file.file());
    if (inForce.isPresent() && ModelDiff.between(inForce.get(), file.file()).isEmpty()) {
      findings.add(
          ChangeFinding.warning(file.name(), "It says the same as what is in force: no change"));
    }
    if (!Objects.equals(inForce.map(ModelFile::content).orElse(null), file.base())) {
      findings.add(
          ChangeFinding.warning(
              file.name(),
              "Another version came into force since this was proposed; look at the differences"
                  + " again"));
    }
    List<Long> others = changes.othersWith(id, file.name());
    if (!others.isEmpty()) {
      findings.add(
          ChangeFinding.warning(
              file.name(),
              "It is part of another open change too: "
                  + others.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }

  /** What the last check of what it says now found; nothing where there was none. */
  CheckReport last(long id) {
    return changes
        .checks(id)
        .map(report -> JsonColumn.read(json, report, CheckReport.class))
        .orElse(CheckReport.NONE);
  }

  String write(CheckReport report) {
    return JsonColumn.write(json, report);
  }
}
