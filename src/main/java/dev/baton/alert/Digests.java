package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what one person gets over one channel within the message budget: beyond it, everything that
 * is due goes out as one digest, at most one an hour. A hand-raiser's assignment and other urgent
 * notices are above it (rule R11).
 */
class Digests {
  private static final int MOST_LINES = Pack.MOST_ITEMS - 1;

  private final Notices notices;
  private final MessageBudget budget;
  private final ObjectMapper json;

  Digests(Notices notices, MessageBudget budget, ObjectMapper json) {
    this.notices = notices;
    this.budget = budget;
    this.json = json;
  }

  /**
   * What happens to a claimed delivery beyond the budget; to be called in a transaction.
   *
   * @return empty when it goes out on its own
   */
  Optional<Outcome> instead(Delivery delivery, Reader reader, String channel, Instant now) {
    if (delivery.urgent() || delivery.isDigest()) {
      return Optional.empty();
    }
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    int told = notices.toldSince(reader.id(), channel, hour);
    List<Delivery> due = notices.due(reader.id(), channel, delivery.id(), now);
    if (told + due.size() <= budget.perHour()) {
      return Optional.empty();
    }
    Notice digest = digest(reader, due, told, hour, now);
    if (!notices.add(digest, channel, reader, draft(digest.pack(), now))) {
      return Optional.of(new Outcome.Wait(hour.plus(Duration.ofHours(1))));
    }
    notices.collect(due, digest.key() + ":" + channel);
    return Optional.of(new Outcome.Collected());
  }

  private Notices.Draft draft(Pack pack, Instant now) {
    try {
      String lines = pack.headline() + "\n- " + String.join("\n- ", pack.items());
      return new Notices.Draft(lines, json.writeValueAsString(pack), null, now, now);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A pack is plain text and always writable", e);
    }
  }

  private Notice digest(Reader reader, List<Delivery> due, int told, Instant hour, Instant now) {
    List<String> lines = new ArrayList<>();
    due.stream().limit(MOST_LINES).forEach(each -> lines.add(line(each, reader, now)));
    if (due.size() > MOST_LINES) {
      lines.add("… and %d more".formatted(due.size() - MOST_LINES));
    }
    String headline =
        told == 0
            ? "All of this came up at once, so here it is in one message."
            : "You have had %d messages this hour; here is the rest in one.".formatted(told);
    return new Notice(
        "digest:%s:%s".formatted(reader.id(), hour),
        Notice.Kind.DIGEST,
        null,
        null,
        reader.id(),
        due.size() == 1 ? due.get(0).subject() : due.size() + " things wait for you",
        Pack.digest(headline, lines));
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
      return json.readValue(delivery.pack(), Pack.class).dueAt();
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
