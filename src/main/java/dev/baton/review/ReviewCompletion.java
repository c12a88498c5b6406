package dev.baton.review;

import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import dev.baton.review.HandoffReview.State;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds a review: what was said and decided is kept, and each decision becomes somebody's task. The
 * steps behind the tasks call this, so every door meets the same checks.
 */
@Component
public class ReviewCompletion {
  private static final int LONGEST_NOTE = 4000;
  static final List<String> RESULTS = ReviewSchema.CLOSE.decision().codes();

  private final HandoffReviews reviews;
  private final AgreedDecisions decisions;
  private final ReviewProcess process;
  private final People people;
  private final Clock clock;

  ReviewCompletion(
      HandoffReviews reviews,
      AgreedDecisions decisions,
      ReviewProcess process,
      People people,
      Clock clock) {
    this.reviews = reviews;
    this.decisions = decisions;
    this.process = process;
    this.people = people;
    this.clock = clock;
  }

  /** Keeps what a review ended with. */
  public void record(String reviewId, Map<String, Object> fields, String by) {
    Instant now = clock.instant();
    HandoffReview review = reviews.lock(reviewId).orElseThrow();
    mayHold(review, by);
    ReviewMinutes minutes = read(review, fields);
    mustBeOpen(review);
    reviews.hold(reviewId, minutes, by, now);
    for (int place = 0; place < minutes.decisions().size(); place++) {
      ReviewMinutes.Draft draft = minutes.decisions().get(place);
      decisions.add(
          new AgreedDecision(
              UUID.randomUUID().toString(),
              reviewId,
              draft.point(),
              draft.what(),
              draft.owner().id(),
              draft.dueOn(),
              draft.warnAt(),
              draft.dueAt(),
              now,
              by,
              null,
              null,
              null,
              null),
          place);
    }
  }

  ReviewMinutes read(HandoffReview review, Map<String, Object> fields) {
    Set<String> points =
        reviews.agenda(review.id()).stream()
            .map(AgendaItem::point)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return ReviewMinutes.read(fields, points, people, clock.instant());
  }

  /** Each decision is a task of its owner from now on. */
  public void startFollowUps(String reviewId) {
    decisions.of(reviewId).forEach(process::start);
  }

  /** Its owner says what became of a decision; a manager may too. */
  public void close(String decisionId, Map<String, Object> fields, String by) {
    AgreedDecision decision = decisions.lock(decisionId).orElseThrow();
    mayClose(decision, by);
    String result = result(fields);
    String note = note(fields);
    mustBeOpen(decision);
    decisions.close(decisionId, result, note, by, clock.instant());
  }

  static String result(Map<String, Object> fields) {
    String result = TextPolicy.clean(String.valueOf(fields.get("result")));
    if (!RESULTS.contains(result)) {
      throw InvalidInput.at("result", "say one of " + String.join(", ", RESULTS));
    }
    if (result.equals("dropped") && note(fields) == null) {
      throw InvalidInput.at("note", "say why it is not done");
    }
    return result;
  }

  private static String note(Map<String, Object> fields) {
    Object given = fields.get("note");
    String note = given == null ? "" : TextPolicy.clean(given.toString());
    if (TextPolicy.objection(note, LONGEST_NOTE).isPresent()) {
      throw InvalidInput.at("note", "a text of at most 4000 characters");
    }
    return note.isEmpty() ? null : note;
  }

  void mayHold(HandoffReview review, String by) {
    if (people
        .find(by)
        .filter(Person::active)
        .filter(person -> review.isFor(person.role()))
        .isEmpty()) {
      throw ApiProblem.forbidden("Only who takes part in this review holds it");
    }
  }

  void mayClose(AgreedDecision decision, String by) {
    if (people
        .find(by)
        .filter(Person::active)
        .filter(person -> person.id().equals(decision.owner()) || oversees(person))
        .isEmpty()) {
      throw ApiProblem.forbidden("Only its owner or a manager says what became of it");
    }
  }

  private static boolean oversees(Person person) {
    return person.role().may(Right.OVERSEE);
  }

  static void mustBeOpen(HandoffReview review) {
    if (review.state() != State.OPEN) {
      throw new Conflict(
          switch (review.state()) {
            case PLANNED -> "This review has not begun yet";
            case HELD -> review.closedBy() + " held this review already";
            default -> "This review was skipped: " + review.why();
          },
          review.state().name(),
          review.closedBy(),
          review.closedAt());
    }
  }

  static void mustBeOpen(AgreedDecision decision) {
    if (!decision.isOpen()) {
      throw new Conflict(
          "%s said already what became of it".formatted(decision.closedBy()),
          decision.result(),
          decision.closedBy(),
          decision.closedAt());
    }
  }
}
