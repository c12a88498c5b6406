package dev.baton.handoff;

import dev.baton.alert.message.DueText;
import dev.baton.alert.message.OpenTasks;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.AnswerForm;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What messages may ask and answer: the questions that are open, through the one door. */
@Component
class OpenQuestions implements OpenTasks {
  private static final int MOST_WAITING = 25;

  private final HandoffCommands commands;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffTransitions transitions;
  private final Pausing pausing;
  private final RejectionTaxonomy taxonomy;
  private final LeadBriefings briefings;
  private final People people;
  private final Clock clock;

  OpenQuestions(
      HandoffCommands commands,
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffTransitions transitions,
      Pausing pausing,
      RejectionTaxonomy taxonomy,
      LeadBriefings briefings,
      People people,
      Clock clock) {
    this.commands = commands;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.transitions = transitions;
    this.pausing = pausing;
    this.taxonomy = taxonomy;
    this.briefings = briefings;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Optional<Open> open(String handoffId, String person) {
    return answerable(handoffId, person).filter(handoff -> !handoff.isClosed()).map(this::open);
  }

  @Override
  public Optional<Open> asked(String handoffId) {
    return handoffs
        .find(handoffId)
        .filter(handoff -> !handoff.isClosed())
        .map(
            handoff ->
                handoff.owner() == null
                    ? new Open(handoff.state().clock(), review(handoff.state()), null)
                    : new Open(handoff.state().clock(), null, null));
  }

  @Override
  public String whyNot(String handoffId, String person) {
    return answerable(handoffId, person)
        .map(handoff -> transitions.conflict(handoff).getMessage() + ".")
        .orElseGet(OpenQuestions::notYours);
  }

  @Override
  public Reply answer(String handoffId, String question, Map<String, Object> fields, String by) {
    Optional<HandoffState> asked = HandoffState.ofClock(question);
    if (asked.isEmpty() || commands.find(handoffId, by).isEmpty()) {
      return new Reply(false, notYours());
    }
    try {
      return new Reply(true, done(commands.answer(handoffId, asked.get(), fields, by), by));
    } catch (ApiProblem refused) {
      return new Reply(isTheirOwn(refused, by), sentence(refused));
    }
  }

  /** A second click, or the same one after a crash: what they said stands. */
  private static boolean isTheirOwn(ApiProblem refused, String by) {
    return refused instanceof Conflict conflict && by.equals(conflict.by());
  }

  @Override
  public Reply pause(String handoffId, Map<String, Object> fields, String by) {
    if (commands.find(handoffId, by).isEmpty()) {
      return new Reply(false, notYours());
    }
    try {
      HandoffView paused = commands.pause(handoffId, fields, by);
      return new Reply(true, "Snoozed. " + next(paused, by));
    } catch (ApiProblem refused) {
      return new Reply(false, sentence(refused));
    }
  }

  @Override
  public List<Waiting> waiting(String person) {
    return handoffs.openOf(List.of(person)).stream()
        .flatMap(id -> handoffs.find(id).stream())
        .flatMap(this::waiting)
        .sorted(Comparator.comparing(Waiting::dueAt))
        .limit(MOST_WAITING)
        .toList();
  }

  private Stream<Waiting> waiting(Handoff handoff) {
    return deadlines.running(handoff.id(), handoff.state().clock()).stream()
        .map(
            deadline ->
                new Waiting(
                    briefings.who(handoff.leadId()),
                    handoff.state().words(),
                    deadline.dueAt(),
                    "/leads/" + handoff.leadId()));
  }

  /** A handoff that somebody may not see is none for them. */
  private Optional<Handoff> answerable(String handoffId, String person) {
    return commands
        .find(handoffId, person)
        .filter(
            handoff ->
                people
                    .find(person)
                    .filter(Person::active)
                    .filter(each -> HandoffPermissions.mayAnswer(each, handoff))
                    .isPresent());
  }

  private Open open(Handoff handoff) {
    HandoffState state = handoff.state();
    boolean pausable =
        deadlines
            .running(handoff.id(), state.clock())
            .filter(deadline -> pausing.isPausable(handoff, deadline, clock.instant()))
            .isPresent();
    AnswerForm pause = pausable ? AnswerSchema.PAUSE.without("until") : null;
    return new Open(state.clock(), review(state), pause);
  }

  private AnswerForm review(HandoffState state) {
    return state == HandoffState.REVIEW ? taxonomy.in(AnswerSchema.REVIEW, state) : null;
  }

  private String done(HandoffView view, String by) {
    return view.state() == HandoffState.CLOSED
        ? "Recorded: %s. Thank you.".formatted(view.result())
        : "Recorded. " + next(view, by);
  }

  private String next(HandoffView view, String by) {
    String words = "This lead waits for its " + view.state().words();
    return view.deadlines().stream()
        .filter(clock -> clock.clock().equals(view.state().clock()))
        .filter(clock -> clock.metAt() == null && clock.endedAt() == null)
        .filter(clock -> clock.voidedAt() == null)
        .findFirst()
        .map(clock -> words + ", by " + wall(clock.dueAt(), by) + ".")
        .orElse(words + ".");
  }

  private String wall(Instant at, String by) {
    ZoneId zone = people.find(by).map(Person::zone).orElse(ZoneOffset.UTC);
    return DueText.of(at, clock.instant(), zone).wall();
  }

  /** What is wrong, without the names of fields and codes. */
  private static String sentence(ApiProblem refused) {
    return refused instanceof InvalidInput invalid
        ? invalid.errors().stream()
            .map(error -> capitalised(error.message()))
            .collect(Collectors.joining(". ", "", "."))
        : refused.getMessage() + ".";
  }

  private static String notYours() {
    return "There is no such lead for you.";
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
