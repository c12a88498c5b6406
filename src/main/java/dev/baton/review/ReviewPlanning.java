package dev.baton.review;

import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees that the next review of each kind is planned, once, on the day that the table in force says.
 * Each review plans the one after it; the sweep once a minute is for the first start, for a changed
 * table and for what was lost.
 */
@Component
public class ReviewPlanning {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewPlanning.class);

  private final ReviewCadences cadences;
  private final HandoffReviews reviews;
  private final ReviewProcess process;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ZoneId zone;

  ReviewPlanning(
      ReviewCadences cadences,
      HandoffReviews reviews,
      ReviewProcess process,
      PlatformTransactionManager transactions,
      Clock clock,
      ZoneId zone) {
    this.cadences = cadences;
    this.reviews = reviews;
    this.process = process;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.zone = zone;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 15_000)
  public void sweep() {
    for (ReviewType type : ReviewType.values()) {
      try {
        transaction.executeWithoutResult(status -> planned(type));
      } catch (RuntimeException e) {
        LOG.warn("The next review {} could not be planned; tried again in a minute", type, e);
      }
    }
  }

  private void planned(ReviewType type) {
    Optional<ReviewCadence> cadence = cadences.of(type);
    Optional<HandoffReview> planned = reviews.lockPlanned(type);
    if (planned.isEmpty()) {
      cadence.ifPresent(row -> plan(type, row));
    } else if (cadence.isEmpty()) {
      process.cancel(planned.get().id(), "not held any more");
      reviews.forget(planned.get().id());
    } else {
      keep(planned.get(), cadence.get());
    }
  }

  /** Plans the next one, if there is none yet. */
  void plan(ReviewType type, ReviewCadence cadence) {
    cadence
        .next(last(type), zone)
        .ifPresent(
            slot -> {
              String id = Sql.newId();
              if (reviews.plan(id, type, cadence.title(), slot)) {
                process.start(id, slot);
              }
            });
  }

  /** All slots after an instant, up to and with another one. */
  List<Instant> slots(ReviewCadence cadence, Instant after, Instant upTo) {
    return cadence.between(after, upTo, zone);
  }

  /** Opens a planned one now. */
  void start(HandoffReview planned) {
    process.move(planned.id(), clock.instant());
  }

  /** Leaves one out, and plans the next. */
  void skip(HandoffReview review, String by, String why) {
    reviews.skip(review.id(), by, clock.instant(), why);
    process.cancel(review.id(), why);
    cadences.of(review.kind()).ifPresent(cadence -> plan(review.kind(), cadence));
  }

  /** A slot is used up by the review that it had, also by one that began before its day. */
  private Instant last(ReviewType type) {
    Instant now = clock.instant();
    return reviews.lastSlot(type).filter(slot -> slot.isAfter(now)).orElse(now);
  }

  /** The table may have changed since; what is due already is on its way. */
  private void keep(HandoffReview planned, ReviewCadence cadence) {
    Instant now = clock.instant();
    Instant slot =
        planned.slotAt().isAfter(now)
            ? cadence.next(last(planned.kind()), zone).orElseThrow()
            : planned.slotAt();
    if (!slot.equals(planned.slotAt()) || !cadence.title().equals(planned.title())) {
      reviews.move(planned.id(), cadence.title(), slot);
      process.move(planned.id(), slot);
    }
    revive(planned.id(), slot);
  }

  /** Somebody may have deleted its process in Cockpit. */
  private void revive(String reviewId, Instant slot) {
    if (!process.isRunning(reviewId)) {
      process.start(reviewId, slot);
    }
  }
}
