package dev.baton.metrics;

import java.util.List;

/**
 * Figure that is read from the database when somebody scrapes.
 *
 * @param name of the metric
 * @param says what it means
 * @param tag what its rows are told apart by
 * @param sql rows of a tag's value and a number; {@code :now} and {@code :dayAgo} are instants
 * @param usual values of the tag that are there from the beginning, with 0
 */
record WatchedFigure(String name, String says, String tag, String sql, List<String> usual) {
  private static final List<String> CLOCKS =
      List.of("route", "review", "qualification", "first_touch", "opportunity");
  private static final List<String> CHANNELS = List.of("email", "slack", "teams");

  static final List<WatchedFigure> ALL =
      List.of(
          new WatchedFigure(
              "baton.handoffs.open",
              "Handoffs that go on, by the answer that is owed",
              "state",
              "select state, count(*) from handoff where is_open = true group by state",
              List.of("REVIEW", "QUALIFICATION", "FIRST_TOUCH", "OPPORTUNITY")),
          new WatchedFigure(
              "baton.deadlines.running",
              "Answers that are owed and not late",
              "clock",
              """
              select clock, count(*) from deadline
              where is_running = true and due_at >= :now group by clock""",
              CLOCKS),
          new WatchedFigure(
              "baton.deadlines.overdue",
              "Answers that are owed and late",
              "clock",
              """
              select clock, count(*) from deadline
              where is_running = true and due_at < :now group by clock""",
              CLOCKS),
          new WatchedFigure(
              "baton.deadlines.missed",
              "Deadlines of the last 24 hours that were missed",
              "clock",
              """
              select clock, count(*) from deadline
              where is_running in (true, false) and due_at >= :dayAgo and due_at < :now
                and missed_at is not null group by clock""",
              CLOCKS),
          new WatchedFigure(
              "baton.outbox.pending",
              "Messages that wait, by channel",
              "channel",
              "select channel, count(*) from notice where state = 'pending' group by channel",
              CHANNELS),
          new WatchedFigure(
              "baton.outbox.failed",
              "Messages of the last 24 hours that were given up, by channel",
              "channel",
              """
              select channel, count(*) from notice
              where state = 'failed' and recorded_at >= :dayAgo group by channel""",
              CHANNELS),
          new WatchedFigure(
              "baton.alert.lag.seconds",
              "How long the oldest message that is due has waited, by channel",
              "channel",
              """
              select channel, max(extract(epoch from
                (cast(:now as timestamp with time zone) - next_attempt_at)))
              from notice where state = 'pending' and next_attempt_at <= :now group by channel""",
              CHANNELS));
}
