package dev.baton.rejection;

import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.AnswerForm;
import dev.baton.input.Conflict;
import dev.baton.people.Role.Right;
import dev.baton.rejection.Rejection.State;
import dev.baton.rejection.followup.MarketingSlaTargets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Replies of marketing to rejections: it agrees, says what it changed, or disputes it, which a
 * manager then decides. The steps behind the tasks call this, so every channel meets the same
 * checks.
 */
@Component
public class MarketingFollowUps {
  static final String CONTEST = "contest";
  static final String OVERTURN = "overturn";

  private final Rejections rejections;
  private final MarketingSlaTargets targets;
  private final LeadReopening reopening;
  private final ReplyPermissions permissions;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  MarketingFollowUps(
      Rejections rejections,
      MarketingSlaTargets targets,
      LeadReopening reopening,
      ReplyPermissions permissions,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.rejections = rejections;
    this.targets = targets;
    this.reopening = reopening;
    this.permissions = permissions;
    this.facts = facts;
    this.clock = clock;
  }

  /** Checks what marketing says without recording anything. */
  static void checkAnswer(Map<String, Object> fields) {
    read(ReplySchema.ANSWER, fields);
  }

  static void checkDecision(Map<String, Object> fields) {
    read(ReplySchema.DECISION, fields);
  }

  public ReplyResult recordAnswer(String handoffId, Map<String, Object> fields, String by) {
    Rejections.Reply reply = reply(read(ReplySchema.ANSWER, fields), ReplyFields.ANSWER, by);
    mayAnswer(by);
    Rejection rejection = open(handoffId, State.OPEN);
    Optional<MarketingSlaTargets.Due> decision =
        Optional.of(reply.word())
            .filter(CONTEST::equals)
            .map(contested -> targets.due("decision", reply.at()));
    Instant dueAt = decision.map(MarketingSlaTargets.Due::dueAt).orElse(null);
    rejections.answer(handoffId, reply, dueAt);
    facts.publishEvent(
        new RejectionAnswered(handoffId, rejection.leadId(), reply.word(), by, reply.at()));
    return new ReplyResult(
        reply.word(),
        rejection.leadId(),
        decision.map(MarketingSlaTargets.Due::warnAt).orElse(null),
        dueAt);
  }

  /**
   * Overturned, the rejection has no consequence any more: the lead may be an MQL again at once.
   */
  public ReplyResult recordDecision(String handoffId, Map<String, Object> fields, String by) {
    Rejections.Reply reply = reply(read(ReplySchema.DECISION, fields), ReplyFields.DECISION, by);
    mayDecide(by);
    Rejection rejection = open(handoffId, State.CONTESTED);
    rejections.decide(handoffId, reply);
    if (reply.word().equals(OVERTURN)) {
      reopening.overturn(rejection, reply, by);
    }
    return ReplyResult.of(reply.word(), rejection.leadId());
  }

  void mayAnswer(String by) {
    permissions.require(by, Right.MARKET, "Only marketing answers a rejection");
  }

  void mayDecide(String by) {
    permissions.require(by, Right.OVERSEE, "Only a manager decides on a contest");
  }

  private Rejection open(String handoffId, State asked) {
    Rejection rejection = rejections.lock(handoffId).orElseThrow();
    if (rejection.state() != asked) {
      throw conflict(rejection);
    }
    return rejection;
  }

  /** The refusal that says who was faster. */
  static Conflict conflict(Rejection rejection) {
    Rejection.Reply reply = rejection.reply();
    Rejection.Ruling ruling = rejection.ruling();
    String by = ruling.decidedBy() == null ? reply.answeredBy() : ruling.decidedBy();
    Instant at = ruling.decidedAt() == null ? reply.answeredAt() : ruling.decidedAt();
    String message =
        switch (rejection.state()) {
          case OPEN -> "Marketing has not answered this rejection yet";
          case ANSWERED -> "%s answered this rejection already".formatted(by);
          case CONTESTED -> "%s disputed this rejection; a manager decides".formatted(by);
          case DECIDED -> "%s decided on this rejection already".formatted(by);
        };
    return new Conflict(
        message, HandoffState.CLOSED.name(), by, at == null ? rejection.cause().rejectedAt() : at);
  }

  private Rejections.Reply reply(AnswerReader reply, String decision, String by) {
    return new Rejections.Reply(
        reply.requiredText(decision), reply.text(ReplyFields.NOTE), by, clock.instant());
  }

  private static AnswerReader read(AnswerForm form, Map<String, Object> values) {
    AnswerReader reply = AnswerReader.of(form, values);
    reply.check();
    return reply;
  }
}
