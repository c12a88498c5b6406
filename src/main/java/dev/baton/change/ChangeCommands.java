package dev.baton.change;

import dev.baton.change.progress.ProcessMove;
import dev.baton.change.shadow.Shadows;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.privacy.AuditTrail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commands to changes: proposed, edited, checked, signed, put in force, taken back. */
@Component
public class ChangeCommands {
  private final ModelChanges changes;
  private final ChangeCheck check;
  private final ChangeApplication application;
  private final ChangePermissions permissions;
  private final Shadows shadows;
  private final AuditTrail audit;
  private final Clock clock;

  ChangeCommands(
      ModelChanges changes,
      ChangeCheck check,
      ChangeApplication application,
      ChangePermissions permissions,
      Shadows shadows,
      AuditTrail audit,
      Clock clock) {
    this.changes = changes;
    this.check = check;
    this.application = application;
    this.permissions = permissions;
    this.shadows = shadows;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Proposes a change.
   *
   * @return its number
   */
  @Transactional
  public long propose(Map<String, Object> fields, String by) {
    permissions.checkProposes(by);
    return propose(ProposalReader.proposal(fields), by);
  }

  long propose(ChangeDraft draft, String by) {
    long id = changes.add(draft, by, clock.instant());
    application.keepFiles(id, draft.files());
    tell(id, "change_proposed", by, null, draft.title());
    return id;
  }

  /**
   * Keeps what somebody deploys in this transaction as a change that is in force.
   *
   * @return its number
   */
  long deployed(ChangeDraft draft, String by) {
    long id = changes.add(draft, by, clock.instant());
    application.keepFiles(id, draft.files());
    changes.inForce(id, by, clock.instant());
    tell(id, "change_applied", by, null, draft.title());
    return id;
  }

  /** Edits a proposal; its check and its signatures are void if a file is another one. */
  @Transactional
  public void edit(long id, Map<String, Object> fields, String by) {
    ModelChange known = changes.lock(id).orElseThrow();
    permissions.checkWorksOn(known, by);
    ChangeDraft draft = ProposalReader.edit(fields);
    mustBeOpen(known);
    changes.rename(id, draft.title(), draft.why());
    if (!draft.files().isEmpty()) {
      application.keepFiles(id, draft.files());
      changes.voidCheck(id);
      shadows.forget(id);
    }
    tell(id, "change_edited", by, known.title(), draft.title());
  }

  /** Looks at what hinders it; a check of what it says now is needed to put it in force. */
  public void check(long id, Map<String, Object> fields, String by) {
    ModelChange change = changes.find(id).orElseThrow();
    permissions.checkWorksOn(change, by);
    BackTestRange range = BackTestRange.read(fields, clock.instant());
    mustBeOpen(change);
    // not in a transaction of ours: what is tried out is taken back
    boolean outrun = check.isOutrun(id, check.last(id));
    CheckReport report = check.run(id, range);
    if (!changes.checked(id, change.contentHash(), check.write(report), clock.instant())) {
      throw new Conflict("Somebody changed it meanwhile; check it again");
    }
    if (outrun) {
      // who signed saw what it would change of something else
      application.forgetSignatures(id);
    }
    tell(id, "change_checked", by, null, summary(report.checks()));
  }

  private static String summary(List<ChangeFinding> findings) {
    long errors = findings.stream().filter(ChangeFinding::hinders).count();
    return "%d errors, %d warnings".formatted(errors, findings.size() - errors);
  }

  /** Signs what the change says now. */
  @Transactional
  public void sign(long id, Map<String, Object> fields, String by) {
    FieldReader given = FieldReader.ofJson(fields);
    String side = given.oneOf("side", SigningSide.WORDS);
    String note = given.text("note");
    if (side == null || given.isWrong("side")) {
      given.check();
      return;
    }
    SigningSide signing = SigningSide.of(side);
    permissions.checkSigns(signing, by);
    given.check();
    ModelChange change = changes.lock(id).orElseThrow();
    mustBeOpen(change);
    application.sign(id, new Signature(signing, by, clock.instant(), note, change.contentHash()));
    tell(id, "change_signed", by, null, side);
  }

  /** Puts it in force; what runs stays with its version unless it is to be moved. */
  @Transactional
  public void apply(long id, Map<String, Object> fields, String by) {
    // one after the other: each is compared with what the others put in force
    changes.lockOpen();
    ModelChange change = changes.lock(id).orElseThrow();
    permissions.checkWorksOn(change, by);
    ProcessMove move = ProcessMove.read(fields);
    mustBeOpen(change);
    CheckReport last = check.last(id);
    if (change.state() != ChangeState.PROPOSED && check.isOutrun(id, last)) {
      throw new Conflict(
          "Another version came into force since it was checked; check it again, and let it be"
              + " signed again",
          change.state().word(),
          null,
          null);
    }
    application.apply(change, last, move, by);
    shadows.end(id);
    tell(id, "change_applied", by, null, change.title());
  }

  /** Puts what was in force before back in force. */
  @Transactional
  public void rollback(long id, Map<String, Object> fields, String by) {
    ModelChange change = changes.lock(id).orElseThrow();
    permissions.checkWorksOn(change, by);
    ProcessMove move = ProcessMove.read(fields);
    application.rollback(change, move, by);
    tell(id, "change_rolled_back", by, null, change.title());
  }

  @Transactional
  public void withdraw(long id, String by) {
    ModelChange change = changes.lock(id).orElseThrow();
    permissions.checkWorksOn(change, by);
    mustBeOpen(change);
    changes.end(id, ChangeState.WITHDRAWN, by, clock.instant());
    shadows.end(id);
    tell(id, "change_withdrawn", by, null, change.title());
  }

  /** Lets it judge live leads silently beside what is in force, or no longer. */
  @Transactional
  public void shadow(long id, Map<String, Object> fields, String by) {
    ModelChange change = changes.lock(id).orElseThrow();
    permissions.checkWorksOn(change, by);
    FieldReader given = FieldReader.ofJson(fields);
    Boolean on = given.bool("on");
    if (on == null && !given.isWrong("on")) {
      given.wrong("on", "true lets it judge live leads, false ends it");
    }
    given.check();
    mustBeOpen(change);
    if (Boolean.TRUE.equals(on)) {
      application.mustJudge(change);
      shadows.begin(id);
    } else {
      shadows.end(id);
    }
    tell(id, "change_shadow", by, null, Boolean.TRUE.equals(on) ? "on" : "off");
  }

  private static void mustBeOpen(ModelChange change) {
    ModelChange.End end = change.end();
    if (!change.state().isOpen()) {
      throw new Conflict(
          "This change is no proposal any more",
          change.state().word(),
          end == null ? null : end.by(),
          end == null ? null : end.at());
    }
  }

  private void tell(
      long id, String what, String by, @Nullable String before, @Nullable String after) {
    audit.add(by, what, "change " + id, before, after);
  }
}
