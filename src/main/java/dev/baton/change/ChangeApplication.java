package dev.baton.change;

import dev.baton.change.backtest.BackTestReport;
import dev.baton.change.progress.ProcessMove;
import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.deploy.RunningMigration;
import dev.baton.input.Conflict;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deployment of a change and its way back, under the conditions that hold for both. */
@Component
class ChangeApplication {
  /** Share of leads that are MQLs above which a line is too loose (rule R23). */
  private static final BigDecimal MOST_FLAGGED = new BigDecimal("0.2");

  private final ModelChanges changes;
  private final Signatures signatures;
  private final ChangeDeployments deployed;
  private final ModelDeployments deployments;
  private final RunningMigration migration;
  private final ChangeSettings settings;
  private final Clock clock;

  ChangeApplication(
      ModelChanges changes,
      Signatures signatures,
      ChangeDeployments deployed,
      ModelDeployments deployments,
      RunningMigration migration,
      ChangeSettings settings,
      Clock clock) {
    this.changes = changes;
    this.signatures = signatures;
    this.deployed = deployed;
    this.deployments = deployments;
    this.migration = migration;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Deploys the files of an open change that was checked as it stands and, where needed, signed.
   */
  void apply(ModelChange change, CheckReport report, ProcessMove move, String by) {
    if (change.state() == ChangeState.PROPOSED) {
      throw notYet(change, "Check it first: what it says now was not checked");
    }
    if (report.isHindered()) {
      throw notYet(change, "Its check found errors; mend them and check it again");
    }
    if (settings.needsSignatures() && change.state() != ChangeState.SIGNED) {
      throw notYet(change, "It is to be signed first for " + missing(change));
    }
    if (flagsTooMany(report.backtest()) && !hasNote(change)) {
      throw notYet(
          change,
          "It makes more than 20 % of the leads an MQL, and more than today: somebody who signs"
              + " says why in a note");
    }
    List<ModelFile> files = changes.files(change.id()).stream().map(ChangedFile::file).toList();
    // what is in force now is what a rollback brings back
    changes.replaceFiles(change.id(), files, deployments::inForce);
    deploy(change, files, move);
    changes.inForce(change.id(), by, clock.instant());
  }

  /** Keeps files as those of a change, each beside what it would take the place of. */
  void keepFiles(long id, List<ModelFile> files) {
    changes.replaceFiles(id, files, deployments::inForce);
  }

  /** Only checked tables judge leads. */
  void mustJudge(ModelChange change) {
    if (change.state() == ChangeState.PROPOSED) {
      throw notYet(change, "Check it first: what it says now was not checked");
    }
    if (changes.files(change.id()).stream().noneMatch(ChangedFile::isTable)) {
      throw notYet(change, "It changes no decision table, so it judges no lead");
    }
  }

  /** A later signature of a side takes the place of its earlier one. */
  void sign(long id, Signature signature) {
    signatures.sign(id, signature);
  }

  void forgetSignatures(long id) {
    signatures.forget(id);
  }

  /** Rule R23. */
  private static boolean flagsTooMany(@Nullable BackTestReport report) {
    BigDecimal then = report == null ? null : report.then().share();
    BigDecimal now = report == null ? null : report.now().share();
    return then != null
        && then.compareTo(MOST_FLAGGED) > 0
        && (now == null || then.compareTo(now) > 0);
  }

  private boolean hasNote(ModelChange change) {
    return signatures.of(change.id(), change.contentHash()).stream()
        .anyMatch(signature -> signature.note() != null);
  }

  private String missing(ModelChange change) {
    List<SigningSide> signed =
        signatures.of(change.id(), change.contentHash()).stream().map(Signature::side).toList();
    return Arrays.stream(SigningSide.values())
        .filter(side -> !signed.contains(side))
        .map(SigningSide::word)
        .collect(Collectors.joining(" and "));
  }

  private static Conflict notYet(ModelChange change, String why) {
    return new Conflict(why, change.state().word(), null, null);
  }

  /** Deploys what the change took the place of; a model that was new stays. */
  void rollback(ModelChange change, ProcessMove move, String by) {
    if (change.state() != ChangeState.IN_FORCE) {
      throw notYet(change, "Only a change that is in force is taken back");
    }
    List<ChangedFile> files = changes.files(change.id());
    List<Long> later =
        files.stream()
            .flatMap(file -> changes.laterInForce(change.id(), file.name()).stream())
            .distinct()
            .toList();
    if (!later.isEmpty()) {
      throw notYet(
          change,
          "A later change of the same files is in force; take that back first: change "
              + later.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    List<ModelFile> before =
        files.stream()
            .flatMap(
                file ->
                    Stream.ofNullable(file.base()).map(base -> new ModelFile(file.name(), base)))
            .toList();
    if (!before.isEmpty()) {
      deploy(change, before, move);
    }
    changes.end(change.id(), ChangeState.ROLLED_BACK, by, clock.instant());
  }

  private void deploy(ModelChange change, List<ModelFile> files, ProcessMove move) {
    if (move.isAsked()) {
      move.check(migration.preview(files, move.mapping()));
    }
    String deployment =
        deployments.deploy("Change %d: %s".formatted(change.id(), change.title()), files);
    deployed.add(deployment, change.id(), change.state() == ChangeState.IN_FORCE);
    if (move.isAsked()) {
      deployed.isMoving(deployment, migration.move(deployment, move.mapping()));
    }
  }
}
