package dev.baton.handoff;

import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.HandoffRestart;
import dev.baton.handoff.process.InterruptedHandoffs;
import dev.baton.handoff.process.ProcessCheck;
import dev.baton.handoff.process.ProcessProblem;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.DatabaseOutage;
import dev.baton.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/** Command of a manager who restarts an interrupted handoff. */
@Component
public class RestartCommands {
  private static final Logger LOG = LoggerFactory.getLogger(RestartCommands.class);

  private final HandoffChanges changes;
  private final HandoffRestart restart;
  private final ProcessCheck check;
  private final InterruptedHandoffs interrupted;
  private final AnswerPreconditions preconditions;
  private final People people;

  RestartCommands(
      HandoffChanges changes,
      HandoffRestart restart,
      ProcessCheck check,
      InterruptedHandoffs interrupted,
      AnswerPreconditions preconditions,
      People people) {
    this.changes = changes;
    this.restart = restart;
    this.check = check;
    this.interrupted = interrupted;
    this.preconditions = preconditions;
    this.people = people;
  }

  /** Restarts it where it stood; what is as it should be isn't touched. */
  public HandoffView restart(String handoffId, String by) {
    if (people.find(by).filter(HandoffPermissions::mayReassign).isEmpty()) {
      throw ApiProblem.forbidden("Only a manager or an administrator restarts a handoff");
    }
    return changes.run(handoffId, attempt -> restartLocked(handoffId, by));
  }

  /** What stopped it may stop it again: that is no failure of ours, and nothing has changed. */
  private void start(Handoff handoff) {
    try {
      restart.restart(handoff.id());
    } catch (ApiProblem | TransientDataAccessException refused) {
      throw refused;
    } catch (RuntimeException failed) {
      if (DatabaseOutage.of(failed).isPresent()) {
        throw failed;
      }
      LOG.warn("Handoff {} could not be restarted", handoff.id(), failed);
      throw new Conflict(
          "This handoff could not be restarted: its next step fails again, and what makes it fail"
              + " has to be mended first. The message about the step and the log say what it is",
          handoff.state(),
          null,
          handoff.since());
    }
  }

  private void restartLocked(String handoffId, String by) {
    Handoff handoff = restart.lock(handoffId);
    ProcessProblem problem = check.of(handoffId).orElseThrow(() -> preconditions.conflict(handoff));
    start(handoff);
    interrupted.forget(handoffId);
    LOG.info("{} restarted handoff {}: {}", by, handoffId, problem.words());
  }
}
