package dev.baton.review;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.people.Role;
import dev.baton.review.HandoffReview.State;
import dev.baton.review.figures.ReviewFigureCompiler;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Opening of a review when its time has come: its agenda and figures are frozen, and the next one
 * is planned. After a downtime there is one review of a kind; the slots that passed are kept as
 * skipped.
 */
@Component
public class ReviewOpening {
  static final String WAS_OFF = "The application was off";
  static final String NOBODY = "Nobody held it before the next one";

  private final HandoffReviews reviews;
  private final ReviewCadences cadences;
  private final ReviewAgendas agendas;
  private final ReviewFigureCompiler compiler;
  private final ReviewPlanning planning;
  private final ReviewProcess process;
  private final Clock clock;

  ReviewOpening(
      HandoffReviews reviews,
      ReviewCadences cadences,
      ReviewAgendas agendas,
      ReviewFigureCompiler compiler,
      ReviewPlanning planning,
      ReviewProcess process,
      Clock clock) {
    this.reviews = reviews;
    this.cadences = cadences;
    this.agendas = agendas;
    this.compiler = compiler;
    this.planning = planning;
    this.process = process;
    this.clock = clock;
  }

  /** The opened review, whose instants the process goes on with. */
  public HandoffReview open(String reviewId) {
    Instant now = clock.instant();
    HandoffReview planned = reviews.lock(reviewId).orElseThrow();
    ReviewCadence cadence =
        cadences
            .of(planned.kind())
            .orElseThrow(
                () -> new IllegalStateException(planned.kind() + " is on no calendar any more"));
    List<Instant> later = planning.slots(cadence, planned.slotAt(), now);
    reviews.lockOpen(planned.kind()).ifPresent(older -> supersede(older, now));
    HandoffReview open = opened(planned, cadence, later, now);
    List<AgendaItem> agenda = cadences.agenda(planned.kind());
    InstantRange range =
        new InstantRange(now.minus(Duration.ofDays(cadence.days())), now.plusMillis(1));
    reviews.open(open);
    agendas.add(open.id(), agenda);
    compiler.freeze(
        open.id(), agenda.stream().flatMap(point -> point.figures().stream()).toList(), range);
    if (!later.isEmpty()) {
      missed(planned, planned.slotAt(), now);
      later.subList(0, later.size() - 1).forEach(slot -> missed(planned, slot, now));
    }
    planning.plan(planned.kind(), cadence);
    return open;
  }

  private static HandoffReview opened(
      HandoffReview planned, ReviewCadence cadence, List<Instant> later, Instant now) {
    Instant dueAt = now.plus(cadence.toHold());
    return new HandoffReview(
        planned.id(),
        planned.kind(),
        cadence.title(),
        later.isEmpty() ? planned.slotAt() : later.get(later.size() - 1),
        State.OPEN,
        cadence.participants().stream().map(Role::group).toList(),
        new ReviewDeadline(now, dueAt.minus(cadence.warning()), dueAt),
        ReviewOutcome.NONE);
  }

  private void supersede(HandoffReview older, Instant now) {
    reviews.skip(older.id(), null, now, NOBODY);
    process.cancel(older.id(), NOBODY);
  }

  private void missed(HandoffReview like, Instant slot, Instant now) {
    reviews.missed(Sql.newId(), like, slot, WAS_OFF, now);
  }
}
