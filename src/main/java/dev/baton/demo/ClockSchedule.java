package dev.baton.demo;

import dev.baton.engine.job.EngineJobs;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Walks the clock through what is to happen, in order. Between two happenings the processes' own
 * work is run, each piece at the instant at which it is due, as if the days had really passed.
 */
final class ClockSchedule {
  private record TimelineEntry(Instant at, long number, Runnable act) {}

  private final DemoClock clock;
  private final EngineJobs jobs;
  private final PriorityQueue<TimelineEntry> ahead =
      new PriorityQueue<>(
          Comparator.comparing(TimelineEntry::at).thenComparingLong(TimelineEntry::number));
  private Instant now;
  private long numbers;

  ClockSchedule(DemoClock clock, EngineJobs jobs, Instant start) {
    this.clock = clock;
    this.jobs = jobs;
    stand(start);
  }

  Instant now() {
    return now;
  }

  /** Something happens at an instant; what is past already, at once. */
  void at(Instant at, Runnable act) {
    ahead.add(new TimelineEntry(at.isBefore(now) ? now : at, numbers++, act));
  }

  /** Lets everything happen up to and with an instant; the rest never does. */
  void until(Instant end) {
    while (!ahead.isEmpty() && !ahead.peek().at().isAfter(end)) {
      TimelineEntry next = ahead.poll();
      runJobs(next.at());
      stand(next.at());
      next.act().run();
    }
    runJobs(end);
    stand(end);
  }

  /** Runs what the processes can go on with now. */
  void settle() {
    runJobs(now);
  }

  private void runJobs(Instant until) {
    Optional<EngineJobs.Due> due = jobs.next(until);
    while (due.isPresent()) {
      Instant at = due.get().at();
      if (at != null && at.isAfter(now)) {
        stand(at);
      }
      jobs.run(due.get());
      due = jobs.next(until);
    }
  }

  private void stand(Instant at) {
    now = at;
    clock.stand(at);
  }
}
