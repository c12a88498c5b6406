package dev.baton.handoff.process;

import dev.baton.engine.ProcessInstances;
import dev.baton.engine.ProcessJump;
import dev.baton.engine.ProcessVariable;
import dev.baton.engine.RunningProcess;
import dev.baton.engine.task.TaskFields;
import dev.baton.engine.task.UserTasks;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.lead.Profile;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The running process {@code lead-handoff}: its variables and the few things that happen to it from
 * outside. The business key is the handoff's id.
 */
@Component
public class HandoffProcess {
  public static final String KEY = "lead-handoff";
  private static final String RULE_DECIDES = "rule";
  private static final String BY_RULE = "qualifyByRule";
  private static final String QUESTION_ANSWERED = "questionAnswered";

  /** A model that goes from step to step in a circle isn't run to its end. */
  private static final int MOST_STEPS = 8;

  /** Names the clock where a rule task starts it, and where the answer to an added one ends it. */
  public static final String CLOCK = "clock";

  public static final ProcessVariable<String> LEAD_ID =
      new ProcessVariable<>("leadId", String.class);
  public static final ProcessVariable<String> CHANNEL =
      new ProcessVariable<>("channel", String.class);
  public static final ProcessVariable<Boolean> HAND_RAISE =
      new ProcessVariable<>("handRaise", Boolean.class);
  public static final ProcessVariable<String> COUNTRY =
      new ProcessVariable<>("country", String.class);
  public static final ProcessVariable<String> TEAM = new ProcessVariable<>("team", String.class);
  public static final ProcessVariable<String> OWNER = new ProcessVariable<>("owner", String.class);
  public static final ProcessVariable<String> DECISION =
      new ProcessVariable<>("decision", String.class);
  public static final ProcessVariable<String> REASON =
      new ProcessVariable<>("reason", String.class);
  public static final ProcessVariable<Date> WARN_AT = new ProcessVariable<>("warnAt", Date.class);
  public static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

  /** Which row of the routing table asks for an owner; gone when one is found. */
  public static final ProcessVariable<String> RULE = new ProcessVariable<>("rule", String.class);

  /** What the owner should be able to do; gone when one is found. */
  public static final ProcessVariable<String> SKILL = new ProcessVariable<>("skill", String.class);

  /** Everything that stays in the process: ids, codes and instants, never a person's data. */
  public static final List<ProcessVariable<?>> VARIABLES =
      List.of(
          LEAD_ID, CHANNEL, HAND_RAISE, COUNTRY, TEAM, OWNER, DECISION, REASON, WARN_AT, DUE_AT);

  /** What a person may submit with a task of it. */
  public static final TaskFields FIELDS = TaskFields.of(AnswerSchema.SUBMITTED, VARIABLES);

  private final UserTasks userTasks;
  private final ProcessInstances instances;
  private final ObjectProvider<LeadEnrichment> enrichment;

  HandoffProcess(
      UserTasks userTasks, ProcessInstances instances, ObjectProvider<LeadEnrichment> enrichment) {
    this.userTasks = userTasks;
    this.instances = instances;
    this.enrichment = enrichment;
  }

  /**
   * Starts the process in the caller's transaction; its first step runs after that.
   *
   * @param known of the lead: routing may ask for its country
   * @param byRule whether no person has to say that the lead is an SQL
   */
  public void start(Handoff handoff, Profile known, boolean byRule) {
    String asked =
        switch (handoff.state()) {
          case REVIEW -> "person";
          case QUALIFICATION -> "nobody";
          case FIRST_TOUCH, OPPORTUNITY, CLOSED -> "qualify";
        };
    ProcessInstances.Start start =
        instances
            .start(KEY, handoff.id())
            .with(LEAD_ID, handoff.leadId())
            .with(CHANNEL, handoff.origin().channel())
            .with(HAND_RAISE, handoff.origin().handRaise())
            .with(COUNTRY, known.get("country").orElse(null))
            .with(DECISION, byRule ? RULE_DECIDES : asked);
    enrichment.ifAvailable(other -> other.ask(handoff, known).ifPresent(start::notBefore));
    start.join();
  }

  /** What it waited for is there: its first step runs now, in the caller's thread. */
  public void startNow(String handoffId) {
    instances.all(KEY, handoffId).forEach(RunningProcess::runWaitingStep);
  }

  /**
   * A question that is to be asked again.
   *
   * @param element where the process begins
   * @param until its clock as it runs; null: the clock is still to be started
   */
  public record Question(String element, @Nullable Due until) {
    /** One that ships. */
    public static Question of(HandoffState asked, @Nullable Due until) {
      return new Question(until == null ? asked.slaTask() : asked.task(), until);
    }
  }

  /** The question that a designer added for a clock; none when the model in force has none. */
  public Optional<Question> added(String clock, @Nullable Due until) {
    return instances
        .question(KEY, CLOCK, clock)
        .map(way -> new Question(until == null ? way.to() : way.from(), until));
  }

  /** By when an answer is due, and when its owner is reminded; null: never. */
  public record Due(@Nullable Instant warnAt, Instant at) {
    /** Like StartClock: without a reminder its timer waits for the due instant. */
    Date warning() {
      return Date.from(warnAt == null ? at : warnAt);
    }
  }

  /** Starts a process that asks these questions, with what the handoff's row knows. */
  public void startAt(Handoff handoff, List<Question> questions) {
    Question first = questions.get(0);
    ProcessInstances.Start start =
        instances
            .start(KEY, handoff.id())
            .with(LEAD_ID, handoff.leadId())
            .with(CHANNEL, handoff.origin().channel())
            .with(HAND_RAISE, handoff.origin().handRaise())
            .with(TEAM, handoff.team())
            .with(OWNER, handoff.owner());
    if (first.until() != null) {
      start.with(WARN_AT, first.until().warning()).with(DUE_AT, Date.from(first.until().at()));
    }
    start.before(first.element()).run();
    for (Question next : questions.subList(1, questions.size())) {
      RunningProcess instance = instance(handoff).orElseThrow();
      if (next.until() != null) {
        instance.set(WARN_AT, next.until().warning());
        instance.set(DUE_AT, Date.from(next.until().at()));
      }
      instance.startBefore(next.element());
    }
  }

  /**
   * Runs the steps that are due, in the caller's thread, as far as they go; nobody has to wait for
   * a turn behind other handoffs.
   *
   * @return whether there were any
   */
  public boolean goOn(String handoffId) {
    int steps = 0;
    while (steps < MOST_STEPS
        && instances.all(KEY, handoffId).stream().anyMatch(RunningProcess::runNextStep)) {
      steps++;
    }
    return steps > 0;
  }

  /** Makes somebody the assignee of the open question; false when the process isn't there yet. */
  public boolean claim(Handoff handoff, String by) {
    return userTasks.claim(handoff.id(), handoff.state().task(), by);
  }

  /** Sends the open question to another owner with a fresh clock. */
  public void restart(Handoff handoff) {
    RunningProcess instance = instance(handoff).orElseThrow();
    instance.set(OWNER, handoff.owner());
    instance.set(TEAM, handoff.team());
    List<String> open = instance.openTasks();
    Stream<ProcessJump> shipped =
        HandoffState.ANSWERABLE.stream()
            .filter(asked -> open.contains(asked.task()))
            .map(asked -> new ProcessJump(asked.task(), asked.slaTask()));
    instance.jump(Stream.concat(shipped, instance.backTo(CLOCK).stream()).toList());
  }

  /** Whoever is asked next is its owner. */
  public void setOwner(Handoff handoff) {
    instances
        .all(KEY, handoff.id())
        .forEach(
            running -> {
              running.set(OWNER, handoff.owner());
              running.set(TEAM, handoff.team());
            });
  }

  /** Whether its model lets a rule decide; a designer's may not. */
  public boolean knowsRule(Handoff handoff) {
    return instance(handoff).filter(running -> running.knows(BY_RULE)).isPresent();
  }

  /** A rule decides what a person was asked, or is about to be asked. */
  public void overtake(Handoff handoff) {
    RunningProcess instance = instance(handoff).orElseThrow();
    if (instance.isAt(handoff.state().task())) {
      instance.jump(List.of(new ProcessJump(handoff.state().task(), BY_RULE)));
    } else {
      instance.set(DECISION, RULE_DECIDES);
    }
  }

  /** Nothing is left to escalate; without a ladder nothing happens. */
  public void endLadder(String handoffId) {
    instances.tell(QUESTION_ANSWERED, handoffId);
  }

  /** The same for all ladders but the one that is being climbed just now. */
  public void endLaddersBut(String ladder, String handoffId) {
    instances.tellOthers(ladder, QUESTION_ANSWERED, handoffId);
  }

  /** The handoff has ended as part of another one: its task and its timers go with the process. */
  public void cancel(Handoff handoff, String why) {
    endLadder(handoff.id());
    instances.all(KEY, handoff.id()).forEach(running -> running.cancel(why));
  }

  /** The handoff is another lead's now; so are whatever else a person owes after it. */
  public void follow(Handoff handoff, String leadId) {
    instances.all(handoff.id()).forEach(running -> running.set(LEAD_ID, leadId));
  }

  /** The lead raised its hand while nobody had reviewed it yet; a restart reads it of the row. */
  public void raiseHand(Handoff handoff) {
    instance(handoff).ifPresent(running -> running.set(HAND_RAISE, true));
  }

  /** Whether the process waits for a person or has ended, with no step of its own due. */
  public boolean isSettled(String handoffId) {
    return instances.find(KEY, handoffId).filter(RunningProcess::hasWork).isEmpty();
  }

  public boolean isAtTask(Handoff handoff) {
    return instance(handoff).filter(running -> running.isAt(handoff.state().task())).isPresent();
  }

  /** The same, or a question that a designer added is open. */
  public boolean asks(Handoff handoff) {
    return instance(handoff)
        .filter(running -> running.isAt(handoff.state().task()) || !running.backTo(CLOCK).isEmpty())
        .isPresent();
  }

  private Optional<RunningProcess> instance(Handoff handoff) {
    return instances.find(KEY, handoff.id());
  }
}
