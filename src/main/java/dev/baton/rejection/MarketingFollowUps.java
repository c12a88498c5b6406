package dev.baton.rejection;

import dev.baton.handoff.answer.AnswerReader;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.AnswerForm;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import dev.baton.rejection.Rejection.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
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

  private static final Set<String> RESULTS = Set.of("rejected", "disqualified");

  private final Rejections rejections;
  private final AnswerLog log;
  private final RejectionTaxonomy taxonomy;
  private final MarketingPromise promise;
  private final RejectionProcesses processes;
  private final LeadReopening reopening;
  private final People people;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  MarketingFollowUps(
      Rejections rejections,
      AnswerLog log,
      RejectionTaxonomy taxonomy,
      MarketingPromise promise,
      RejectionProcesses processes,
      LeadReopening reopening,
      People people,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.rejections = rejections;
    this.log = log;
    this.taxonomy = taxonomy;
    this.promise = promise;
    this.processes = processes;
    this.reopening = reopening;
    this.people = people;
    this.facts = facts;
    this.clock = clock;
  }

  /** A lost deal is an outcome; what sales turns down before one is marketing's to answer. */
  @EventListener
  void on(HandoffClosed no) {
    if (!RESULTS.contains(no.result())) {
      return;
    }
    MarketingPromise.Due due = promise.due("answer", no.at());
    String note = log.lastAnswer(no.handoffId()).map(AnswerEntry::note).orElse(null);
    if (rejections.open(no, note, taxonomy.version(), due.dueAt())) {
      processes.start(
          RejectionProcesses.FOLLOW_UP,
          no.handoffId(),
          no.leadId(),
          new RejectionProcesses.Assignment(null, "marketing", due.warnAt(), due.dueAt(), null));
      facts.publishEvent(new RejectionOpened(no.handoffId(), no.leadId(), no.at(), due.dueAt()));
    }
  }

  /** Checks what marketing says without recording anything. */
  static void checkAnswer(Map<String, Object> fields) {
    read(ReplySchema.ANSWER, fields);
  }

  static void checkDecision(Map<String, Object> fields) {
    read(ReplySchema.DECISION, fields);
  }

  public ReplyResult recordAnswer(String handoffId, Map<String, Object> fields, String by) {
    Rejections.Reply reply = reply(read(ReplySchema.ANSWER, fields), by);
    mayAnswer(by);
    Rejection rejection = open(handoffId, State.OPEN);
    boolean contested = reply.word().equals(CONTEST);
    MarketingPromise.Due due = contested ? promise.due("decision", reply.at()) : null;
    rejections.answer(handoffId, reply, contested ? due.dueAt() : null);
    facts.publishEvent(
        new RejectionAnswered(handoffId, rejection.leadId(), reply.word(), by, reply.at()));
    return new ReplyResult(
        reply.word(),
        rejection.leadId(),
        contested ? due.warnAt() : null,
        contested ? due.dueAt() : null);
  }

  /** Overturned, the no has no consequence any more: the lead may be an MQL again at once. */
  public ReplyResult recordDecision(String handoffId, Map<String, Object> fields, String by) {
    Rejections.Reply reply = reply(read(ReplySchema.DECISION, fields), by);
    mayDecide(by);
    Rejection rejection = open(handoffId, State.CONTESTED);
    rejections.decide(handoffId, reply);
    if (reply.word().equals(OVERTURN)) {
      reopening.overturn(rejection, reply.note(), by, reply.at());
    }
    return new ReplyResult(reply.word(), rejection.leadId(), null, null);
  }

  void mayAnswer(String by) {
    require(by, Right.MARKET, "Only marketing answers a rejection");
  }

  void mayDecide(String by) {
    require(by, Right.OVERSEE, "Only a manager decides on a contest");
  }

  private void require(String by, Right right, String otherwise) {
    people
        .find(by)
        .filter(Person::active)
        .filter(person -> person.role().may(right))
        .orElseThrow(() -> ApiProblem.forbidden(otherwise));
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
    boolean decided = rejection.decidedBy() != null;
    String by = decided ? rejection.decidedBy() : rejection.answeredBy();
    Instant at = decided ? rejection.decidedAt() : rejection.answeredAt();
    String message =
        switch (rejection.state()) {
          case OPEN -> "Marketing has not answered this rejection yet";
          case ANSWERED -> "%s answered this rejection already".formatted(by);
          case CONTESTED -> "%s disputed this rejection; a manager decides".formatted(by);
          case DECIDED -> "%s decided on this rejection already".formatted(by);
        };
    return new Conflict(
        message,
        dev.baton.handoff.record.HandoffState.CLOSED,
        by,
        at == null ? rejection.rejectedAt() : at);
  }

  private Rejections.Reply reply(Reply reply, String by) {
    return new Rejections.Reply(reply.word(), reply.note(), by, clock.instant());
  }

  private record Reply(String word, String note) {}

  private static Reply read(AnswerForm form, Map<String, Object> values) {
    AnswerReader reply = AnswerReader.of(form, values);
    reply.check();
    return new Reply(reply.text(form.decision().name()), reply.text(ReplyFields.NOTE));
  }
}
