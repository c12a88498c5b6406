package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what one person gets over one channel within the message budget: beyond it, everything that
 * is due goes out as one digest, at most one an hour. So does, within it, what waited for the daily
 * digest of who wants one. A hand-raiser's assignment and other urgent notices are above it (rule
 * R11).
 */
class Digests {
  private static final int MOST_LINES = Pack.MOST_ITEMS - 1;

  private final Notices notices;
  private final DigestLines lines;
  private final MessageBudget budget;
  private final MessageRenderer renderer;
  private final TransactionTemplate transaction;

  Digests(
      Notices notices,
      DigestLines lines,
      MessageBudget budget,
      MessageRenderer renderer,
      TransactionTemplate transaction) {
    this.notices = notices;
    this.lines = lines;
    this.budget = budget;
    this.renderer = renderer;
    this.transaction = transaction;
  }

  /**
   * What happens to a claimed delivery beyond the budget.
   *
   * @return empty when it goes out on its own
   */
  Optional<Outcome> instead(Delivery delivery, Reader reader, String channel, Instant now) {
    return delivery.urgent() || delivery.kind().standsAlone()
        ? Optional.empty()
        : transaction.execute(status -> collected(delivery, reader, channel, now));
  }

  private Optional<Outcome> collected(
      Delivery delivery, Reader reader, String channel, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    int told = lines.toldSince(reader.id(), channel, hour);
    List<Delivery> due = lines.due(reader.id(), channel, delivery.id(), now);
    boolean beyond = told + due.size() > budget.perHour();
    List<Delivery> together = beyond ? due : ofTheDay(delivery, due);
    if (together.isEmpty()) {
      return Optional.empty();
    }
    String headline = beyond ? beyondBudget(told) : "Reminders and news of your leads, once a day.";
    String key = "%s:%s:%s".formatted(beyond ? "digest" : "daily", reader.id(), hour);
    Notice digest = digest(reader, together, key, headline, now);
    if (!notices.add(digest, channel, reader, draft(digest.pack(), now))) {
      return Optional.of(new Outcome.Wait(hour.plus(Duration.ofHours(1))));
    }
    lines.collect(together, key + ":" + channel);
    return Optional.of(new Outcome.Collected());
  }

  /** What waited for this hour, or nothing where a digest would have one line. */
  private static List<Delivery> ofTheDay(Delivery claimed, List<Delivery> due) {
    List<Delivery> daily = due.stream().filter(Delivery::daily).toList();
    return claimed.daily() && daily.size() > 1 ? daily : List.of();
  }

  private static String beyondBudget(int told) {
    return told == 0
        ? "All of this came up at once, so here it is in one message."
        : "You have had %d messages this hour; here is the rest in one.".formatted(told);
  }

  private Notices.Draft draft(Pack pack, Instant now) {
    String text = pack.headline() + "\n- " + String.join("\n- ", pack.items());
    return new Notices.Draft(text, renderer.write(pack), null, now, now, false, null);
  }

  private Notice digest(
      Reader reader, List<Delivery> due, String key, String headline, Instant now) {
    List<String> items = new ArrayList<>();
    due.stream().limit(MOST_LINES).forEach(each -> items.add(line(each, reader, now)));
    if (due.size() > MOST_LINES) {
      items.add("… and %d more".formatted(due.size() - MOST_LINES));
    }
    return new Notice(
        key,
        Notice.Kind.DIGEST,
        null,
        null,
        reader.id(),
        due.size() == 1 ? due.get(0).subject() : due.size() + " things wait for you",
        Pack.digest(headline, items));
  }

  private String line(Delivery delivery, Reader reader, Instant now) {
    Instant dueAt = dueAt(delivery);
    return dueAt == null
        ? delivery.subject()
        : "%s (by %s)".formatted(delivery.subject(), ByWhen.of(dueAt, now, reader.zone()).said());
  }

  /** A row that can't be read is told by its subject alone. */
  private Instant dueAt(Delivery delivery) {
    try {
      return renderer.read(delivery.pack()).dueAt();
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
