package dev.baton.handoff.assignment;

import dev.baton.handoff.deadline.AvailableTime;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineSearch;
import dev.baton.handoff.notice.EscalationNotices;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.RepActivity;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Owners who let leads lie again and again and do nothing else meanwhile. */
@Component
class UnresponsiveOwners {
  /**
   * This many questions let lie within {@link #MEMORY} mean that somebody doesn't answer at all.
   */
  private static final int TOO_MANY = 2;

  /** Who had less time of theirs for a question didn't let it lie. */
  private static final Duration ENOUGH = Duration.ofHours(4);

  private static final Duration MEMORY = Duration.ofDays(14);

  private final DeadlineSearch deadlines;
  private final RepActivity activity;
  private final AvailableTime availableTime;
  private final People people;
  private final EscalationNotices notices;

  UnresponsiveOwners(
      DeadlineSearch deadlines,
      RepActivity activity,
      AvailableTime availableTime,
      People people,
      EscalationNotices notices) {
    this.deadlines = deadlines;
    this.activity = activity;
    this.availableTime = availableTime;
    this.people = people;
    this.notices = notices;
  }

  /** Whoever has let too many leads lie gets no new ones until they are back. */
  void check(Handoff handoff, String ownerId, Instant now) {
    people
        .find(ownerId)
        .filter(owner -> letsLeadsLie(owner, now))
        .ifPresent(
            owner -> {
              people.isUnresponsive(owner.id(), now);
              notices.unresponsive(handoff, owner, now);
            });
  }

  /** Somebody who works on other leads meanwhile is busy, and not gone. */
  private boolean letsLeadsLie(Person owner, Instant now) {
    List<Deadline> letLie =
        deadlines.takenFrom(owner.id(), now.minus(MEMORY)).stream()
            .filter(taken -> hadTime(owner, taken))
            .toList();
    // of one lead two questions may have been open
    long leads =
        letLie.stream()
            .map(taken -> taken.handoffId() + "@" + taken.verdict().takenAt())
            .distinct()
            .count();
    return leads >= TOO_MANY
        && letLie.stream()
            .map(taken -> taken.start().ownedAt())
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .filter(first -> !activity.hasActed(owner.id(), first))
            .isPresent();
  }

  private boolean hadTime(Person owner, Deadline taken) {
    Instant from = taken.start().ownedAt();
    Instant to = taken.verdict().takenAt();
    return from != null
        && to != null
        && availableTime.between(owner, from, to).compareTo(ENOUGH) >= 0;
  }
}
