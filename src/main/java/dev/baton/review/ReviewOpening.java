package dev.baton.review;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.people.Role;
import dev.baton.review.HandoffReview.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens a review when its time has come: freezes its agenda and figures, and plans the next one.
 * After a downtime there is one review of a kind; the slots that passed are kept as skipped.
 */
@Component
public class ReviewOpening {
  static final String WAS_OFF = "The application was off";
  static final String NOBODY = "Nobody held it before the next one";

  private final HandoffReviews reviews;
  private final ReviewCadences cadences;
  private final ReviewFigureCompiler compiler;
  private final ReviewPlanning planning;
  private final ReviewProcess process;
  private final Clock clock;
  private final ZoneId zone;

  ReviewOpening(
      HandoffReviews reviews,
      ReviewCadences cadences,
      ReviewFigureCompiler compiler,
      ReviewPlanning planning,
      ReviewProcess process,
      Clock clock,
      ZoneId zone) {
    this.reviews = reviews;
    this.cadences = cadences;
    this.compiler = compiler;
    this.planning = planning;
    this.process = process;
    this.clock = clock;
    this.zone = zone;
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
    List<Instant> later = cadence.between(planned.slotAt(), now, zone);
    reviews.lockOpen(planned.kind()).ifPresent(older -> supersede(older, now));
    HandoffReview open = opened(planned, cadence, later, now);
    List<AgendaItem> agenda = cadences.agenda(planned.kind());
    InstantRange range =
        new InstantRange(now.minus(Duration.ofDays(cadence.days())), now.plusMillis(1));
    reviews.open(open, compiler.compile(agenda, range), agenda);
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
        now,
        dueAt.minus(cadence.warning()),
        dueAt,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private void supersede(HandoffReview older, Instant now) {
    reviews.skip(older.id(), null, now, NOBODY);
    process.cancel(older.id(), NOBODY);
  }

  private void missed(HandoffReview like, Instant slot, Instant now) {
    reviews.missed(UUID.randomUUID().toString(), like, slot, WAS_OFF, now);
  }
}
