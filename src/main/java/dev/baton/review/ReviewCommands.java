package dev.baton.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.engine.TaskAttempt;
import dev.baton.engine.UserTasks;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Our own door to reviews: checks, then completes the task like any other door. */
@Component
public class ReviewCommands {
  private final HandoffReviews reviews;
  private final AgreedDecisions decisions;
  private final ReviewCompletion holding;
  private final ReviewPlanning planning;
  private final ReviewCadences cadences;
  private final ReviewProcess process;
  private final People people;
  private final Clock clock;
  private final UserTasks tasks;

  ReviewCommands(
      HandoffReviews reviews,
      AgreedDecisions decisions,
      ReviewCompletion holding,
      ReviewPlanning planning,
      ReviewCadences cadences,
      ReviewProcess process,
      People people,
      Clock clock,
      UserTasks tasks) {
    this.reviews = reviews;
    this.decisions = decisions;
    this.holding = holding;
    this.planning = planning;
    this.cadences = cadences;
    this.process = process;
    this.people = people;
    this.clock = clock;
    this.tasks = tasks;
  }

  /**
   * A review with all that belongs to it.
   *
   * @param figures as they were when it was opened; null before
   * @param earlier decisions: those of the last one of its kind that was held, and open ones of
   *     those before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Sheet(
      HandoffReview review,
      List<AgendaItem> agenda,
      ReviewFigures figures,
      List<Agreed> decisions,
      List<Agreed> earlier) {}

  /**
   * A decision.
   *
   * @param state {@code open}, {@code overdue}, {@code done} or {@code dropped}
   */
  public record Agreed(String state, AgreedDecision decision) {}

  public List<HandoffReview> page(State state, ReviewType type, int page) {
    return reviews.page(state, type, page);
  }

  public Optional<HandoffReview> review(String id) {
    return reviews.find(id);
  }

  public Optional<Sheet> sheet(String id) {
    return reviews
        .find(id)
        .map(
            review ->
                new Sheet(
                    review,
                    reviews.agenda(id),
                    reviews.figures(id).orElse(null),
                    agreed(decisions.of(id).stream()),
                    agreed(earlier(review))));
  }

  private Stream<AgreedDecision> earlier(HandoffReview review) {
    List<AgreedDecision> last =
        reviews
            .heldBefore(review.kind(), review.slotAt())
            .map(held -> decisions.of(held.id()))
            .orElse(List.of());
    return Stream.concat(
        decisions.openBefore(review.kind(), review.slotAt()).stream()
            .filter(open -> last.stream().noneMatch(known -> known.id().equals(open.id()))),
        last.stream());
  }

  /** With their states as of now. */
  public List<Agreed> decisions(String reviewId) {
    return agreed(decisions.of(reviewId).stream());
  }

  private List<Agreed> agreed(Stream<AgreedDecision> all) {
    Instant now = clock.instant();
    return all.map(decision -> new Agreed(decision.state(now), decision)).toList();
  }

  public Optional<AgreedDecision> decision(String id) {
    return decisions.find(id);
  }

  /** Ends a review with its notes and decisions. */
  public Sheet hold(String id, Map<String, Object> fields, String by) {
    HandoffReview known = reviews.find(id).orElseThrow();
    if (known.state() == State.OPEN) {
      holding.mayHold(known, by);
    }
    holding.read(known, fields);
    change(
        attempt -> {
          HandoffReview review = reviews.lock(id).orElseThrow();
          ReviewCompletion.mustBeOpen(review);
          attempt.complete(id, "holdReview", ReviewProcess.FIELDS, fields, by);
        });
    return sheet(id).orElseThrow();
  }

  /** Opens a planned review at once instead of on its day. */
  public Sheet start(String id, String by) {
    mayLead(by);
    change(
        attempt -> {
          HandoffReview review = reviews.lock(id).orElseThrow();
          if (review.state() != State.PLANNED) {
            throw new Conflict(
                "This review has begun already",
                review.state().name(),
                review.closedBy(),
                review.openedAt());
          }
          process.move(id, clock.instant());
        });
    return sheet(id).orElseThrow();
  }

  /** Leaves a review out. */
  public Sheet skip(String id, Map<String, Object> fields, String by) {
    mayLead(by);
    Object given = fields.get("reason");
    String why = given == null ? "" : TextPolicy.clean(given.toString());
    if (why.isEmpty() || TextPolicy.objection(why, 1000).isPresent()) {
      throw InvalidInput.at("reason", "say why, in at most 1000 characters");
    }
    change(
        attempt -> {
          HandoffReview review = reviews.lock(id).orElseThrow();
          if (review.state() != State.PLANNED) {
            ReviewCompletion.mustBeOpen(review);
          }
          reviews.skip(id, by, clock.instant(), why);
          process.cancel(id, why);
          cadences.of(review.kind()).ifPresent(row -> planning.plan(review.kind(), row));
        });
    return sheet(id).orElseThrow();
  }

  /** Says what became of a decision. */
  public Agreed close(String decisionId, Map<String, Object> fields, String by) {
    AgreedDecision known = decisions.find(decisionId).orElseThrow();
    holding.mayClose(known, by);
    ReviewCompletion.result(fields);
    change(
        attempt -> {
          ReviewCompletion.mustBeOpen(decisions.lock(decisionId).orElseThrow());
          attempt.complete(decisionId, "carryOutDecision", ReviewProcess.FIELDS, fields, by);
        });
    AgreedDecision closed = decisions.find(decisionId).orElseThrow();
    return new Agreed(closed.state(clock.instant()), closed);
  }

  private void mayLead(String by) {
    if (people
        .find(by)
        .filter(Person::active)
        .filter(person -> person.role().may(Right.OVERSEE))
        .isEmpty()) {
      throw ApiProblem.forbidden("Only a manager moves or skips a review");
    }
  }

  private void change(Consumer<TaskAttempt> change) {
    tasks.change(
        change,
        () -> new Conflict("This review is on its way just now; please try again in a moment"));
  }
}
