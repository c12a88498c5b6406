package dev.baton.review;

import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.review.HandoffReview.State;
import dev.baton.review.minutes.DecisionAnswer;
import dev.baton.review.minutes.ReviewMinutes;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Completion of a review: what was said and decided is kept, and each decision becomes somebody's
 * task. The steps behind the tasks call this, so every surface meets the same checks.
 */
@Component
public class ReviewCompletion {
  private final HandoffReviews reviews;
  private final ReviewAgendas agendas;
  private final AgreedDecisions decisions;
  private final ReviewProcess process;
  private final ReviewPermissions permissions;
  private final People people;
  private final Clock clock;

  ReviewCompletion(
      HandoffReviews reviews,
      ReviewAgendas agendas,
      AgreedDecisions decisions,
      ReviewProcess process,
      ReviewPermissions permissions,
      People people,
      Clock clock) {
    this.reviews = reviews;
    this.agendas = agendas;
    this.decisions = decisions;
    this.process = process;
    this.permissions = permissions;
    this.people = people;
    this.clock = clock;
  }

  /** Keeps what a review ended with. */
  public void record(String reviewId, Map<String, Object> fields, String by) {
    Instant now = clock.instant();
    HandoffReview review = reviews.lock(reviewId).orElseThrow();
    permissions.checkHolds(review, by);
    ReviewMinutes minutes = read(review, fields);
    mustBeOpen(review);
    reviews.hold(reviewId, minutes, by, now);
    agendas.note(reviewId, minutes.notes());
    for (int place = 0; place < minutes.decisions().size(); place++) {
      ReviewMinutes.Draft draft = minutes.decisions().get(place);
      decisions.add(
          new AgreedDecision(
              Sql.newId(),
              reviewId,
              draft.point(),
              draft.what(),
              draft.owner().id(),
              draft.deadline(),
              now,
              by,
              null),
          place);
    }
  }

  ReviewMinutes read(HandoffReview review, Map<String, Object> fields) {
    Set<String> points =
        agendas.of(review.id()).stream()
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
    permissions.checkCloses(decision, by);
    DecisionAnswer answer = DecisionAnswer.read(fields);
    mustBeOpen(decision);
    decisions.close(
        decisionId, new DecisionResult(answer.result(), answer.note(), clock.instant(), by));
  }

  static void mustBeOpen(HandoffReview review) {
    if (review.state() != State.OPEN) {
      throw new Conflict(
          switch (review.state()) {
            case PLANNED -> "This review has not begun yet";
            case HELD -> review.outcome().closedBy() + " held this review already";
            default -> "This review was skipped: " + review.outcome().why();
          },
          review.state().name(),
          review.outcome().closedBy(),
          review.outcome().closedAt());
    }
  }

  static void mustBeOpen(AgreedDecision decision) {
    DecisionResult known = decision.outcome();
    if (known != null) {
      throw new Conflict(
          "%s said already what became of it".formatted(known.closedBy()),
          known.result(),
          known.closedBy(),
          known.closedAt());
    }
  }
}
