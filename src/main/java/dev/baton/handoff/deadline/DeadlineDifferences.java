package dev.baton.handoff.deadline;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Differences between what running clocks were promised and what they would be promised now. */
@Component
public class DeadlineDifferences {
  private final DeadlineSearch deadlines;
  private final Handoffs handoffs;
  private final Pauses pauses;
  private final DeadlinePromises promises;
  private final Clock clock;

  DeadlineDifferences(
      DeadlineSearch deadlines,
      Handoffs handoffs,
      Pauses pauses,
      DeadlinePromises promises,
      Clock clock) {
    this.deadlines = deadlines;
    this.handoffs = handoffs;
    this.pauses = pauses;
    this.promises = promises;
    this.clock = clock;
  }

  /** All of them, the soonest due first. */
  public List<DeadlineDifference> all() {
    Instant now = clock.instant();
    List<Deadline> ahead = deadlines.ahead(now);
    Map<String, Handoff> open =
        handoffs.find(ahead.stream().map(Deadline::handoffId).collect(Collectors.toSet()));
    Map<Long, List<Pause>> paused = pauses.of(ahead);
    return ahead.stream()
        .flatMap(
            deadline ->
                Stream.ofNullable(open.get(deadline.handoffId()))
                    .flatMap(
                        handoff ->
                            of(
                                handoff,
                                deadline,
                                paused.getOrDefault(deadline.id(), List.of()),
                                now)
                                .stream()))
        .toList();
  }

  private Optional<DeadlineDifference> of(
      Handoff handoff, Deadline deadline, List<Pause> paused, Instant now) {
    Instant would = promises.of(handoff, deadline, paused).map(SlaTargets::dueAt).orElse(null);
    if (deadline.dueAt().equals(would)) {
      return Optional.empty();
    }
    return Optional.of(
        new DeadlineDifference(
            handoff.id(),
            handoff.leadId(),
            deadline.owner(),
            deadline.clock(),
            deadline.round(),
            deadline.dueAt(),
            would,
            would != null && would.isAfter(now)));
  }
}
