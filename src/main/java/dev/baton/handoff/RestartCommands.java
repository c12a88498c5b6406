package dev.baton.handoff;

import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.HandoffRestart;
import dev.baton.handoff.process.InterruptedHandoffs;
import dev.baton.handoff.process.ProcessCheck;
import dev.baton.handoff.process.ProcessProblem;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.DatabaseOutage;
import dev.baton.input.FieldReader;
import dev.baton.people.People;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
  private final AnswerLog log;

  RestartCommands(
      HandoffChanges changes,
      HandoffRestart restart,
      ProcessCheck check,
      InterruptedHandoffs interrupted,
      AnswerPreconditions preconditions,
      People people,
      AnswerLog log) {
    this.changes = changes;
    this.restart = restart;
    this.check = check;
    this.interrupted = interrupted;
    this.preconditions = preconditions;
    this.people = people;
    this.log = log;
  }

  /** Restarts it where it stood; what is as it should be isn't touched. */
  public HandoffView restart(String handoffId, Map<String, Object> fields, String by) {
    if (people.find(by).filter(HandoffPermissions::mayReassign).isEmpty()) {
      throw ApiProblem.forbidden("Only a manager or an administrator restarts a handoff");
    }
    FieldReader given = new FieldReader(fields);
    String reason = given.text("reason", 4000);
    given.check();
    return changes.run(handoffId, attempt -> restartLocked(handoffId, reason, by));
  }

  /** What stopped it may stop it again: that is no failure of ours, and nothing has changed. */
  private Instant start(Handoff handoff) {
    try {
      return restart.restart(handoff.id());
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

  private void restartLocked(String handoffId, @Nullable String reason, String by) {
    Handoff handoff = restart.lock(handoffId);
    ProcessProblem problem = check.of(handoffId).orElseThrow(() -> preconditions.conflict(handoff));
    Instant at = start(handoff);
    interrupted.forget(handoffId);
    log.append(
        handoffId,
        new AnswerEntry(AnswerLog.RESTART, AnswerLog.RESTART, null, reason, null, by, at));
    LOG.info("{} restarted handoff {}: {}", by, handoffId, problem.words());
  }
}
