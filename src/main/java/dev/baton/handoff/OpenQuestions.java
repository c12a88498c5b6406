package dev.baton.handoff;

import dev.baton.alert.ByWhen;
import dev.baton.alert.Questions;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.InvalidInput;
import dev.baton.input.AnswerForm;
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
class OpenQuestions implements Questions {
  private static final int MOST_WAITING = 25;

  private final HandoffDesk desk;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Progress progress;
  private final Pausing pausing;
  private final Taxonomy taxonomy;
  private final Packs packs;
  private final People people;
  private final Clock clock;

  OpenQuestions(
      HandoffDesk desk,
      Handoffs handoffs,
      Deadlines deadlines,
      Progress progress,
      Pausing pausing,
      Taxonomy taxonomy,
      Packs packs,
      People people,
      Clock clock) {
    this.desk = desk;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.progress = progress;
    this.pausing = pausing;
    this.taxonomy = taxonomy;
    this.packs = packs;
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
        .map(handoff -> progress.conflict(handoff).getMessage() + ".")
        .orElseGet(OpenQuestions::notYours);
  }

  @Override
  public Reply answer(String handoffId, String question, Map<String, Object> fields, String by) {
    Optional<State> asked = State.ofClock(question);
    if (asked.isEmpty() || desk.find(handoffId, by).isEmpty()) {
      return new Reply(false, notYours());
    }
    try {
      return new Reply(true, done(desk.answer(handoffId, asked.get(), fields, by), by));
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
    if (desk.find(handoffId, by).isEmpty()) {
      return new Reply(false, notYours());
    }
    try {
      HandoffView paused = desk.pause(handoffId, fields, by);
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
                    packs.who(handoff.leadId()),
                    handoff.state().words(),
                    deadline.dueAt(),
                    "/leads/" + handoff.leadId()));
  }

  /** A handoff that somebody may not see is none for them. */
  private Optional<Handoff> answerable(String handoffId, String person) {
    return desk.find(handoffId, person)
        .filter(
            handoff ->
                people
                    .find(person)
                    .filter(Person::active)
                    .filter(each -> Visibility.mayAnswer(each, handoff))
                    .isPresent());
  }

  private Open open(Handoff handoff) {
    State state = handoff.state();
    boolean pausable =
        deadlines
            .running(handoff.id(), state.clock())
            .filter(deadline -> pausing.isPausable(handoff, deadline, clock.instant()))
            .isPresent();
    AnswerForm pause = pausable ? AnswerSchema.PAUSE.without("until") : null;
    return new Open(state.clock(), review(state), pause);
  }

  private AnswerForm review(State state) {
    return state == State.REVIEW ? taxonomy.in(AnswerSchema.REVIEW, state) : null;
  }

  private String done(HandoffView view, String by) {
    return view.state() == State.CLOSED
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
    return ByWhen.of(at, clock.instant(), zone).wall();
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
