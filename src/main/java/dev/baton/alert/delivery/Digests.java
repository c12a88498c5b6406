package dev.baton.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DueText;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what one person gets over one channel within the message budget: beyond it, everything that
 * is due goes out as one digest, at most one an hour. So does, within it, what waited for the daily
 * digest of who wants one. A hand-raiser's assignment and other urgent notices are above it (rule
 * R11).
 */
@Component
public class Digests {
  private static final int MOST_LINES = LeadBriefing.MOST_ITEMS - 1;

  private final Notices notices;
  private final DigestItems digestItems;
  private final MessageBudget budget;
  private final MessageRenderer renderer;
  private final TransactionTemplate transaction;

  public Digests(
      Notices notices,
      DigestItems digestItems,
      MessageBudget budget,
      MessageRenderer renderer,
      PlatformTransactionManager transactions) {
    this.notices = notices;
    this.digestItems = digestItems;
    this.budget = budget;
    this.renderer = renderer;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What happens to a claimed delivery beyond the budget.
   *
   * @return empty when it goes out on its own
   */
  Optional<DeliveryOutcome> instead(
      Delivery delivery, Recipient recipient, String channel, Instant now) {
    return delivery.urgent() || delivery.kind().standsAlone()
        ? Optional.empty()
        : transaction.execute(status -> collected(delivery, recipient, channel, now));
  }

  private Optional<DeliveryOutcome> collected(
      Delivery delivery, Recipient recipient, String channel, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    int told = digestItems.toldSince(recipient.id(), channel, hour);
    List<Delivery> due = digestItems.due(recipient.id(), channel, delivery.id(), now);
    boolean beyond = told + due.size() > budget.perHour();
    List<Delivery> together = beyond ? due : ofTheDay(delivery, due);
    if (together.isEmpty()) {
      return Optional.empty();
    }
    String headline = beyond ? beyondBudget(told) : "Reminders and news of your leads, once a day.";
    String key = "%s:%s:%s".formatted(beyond ? "digest" : "daily", recipient.id(), hour);
    Notice digest = digest(recipient, together, key, headline, now);
    if (!notices.add(digest, channel, recipient, draft(digest.briefing(), now))) {
      return Optional.of(new DeliveryOutcome.Wait(hour.plus(Duration.ofHours(1))));
    }
    digestItems.collect(together, key + ":" + channel);
    return Optional.of(new DeliveryOutcome.Collected());
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

  private NoticeDraft draft(LeadBriefing briefing, Instant now) {
    String text = briefing.headline() + "\n- " + String.join("\n- ", briefing.items());
    return new NoticeDraft(text, renderer.write(briefing), null, now, now, false, null);
  }

  private Notice digest(
      Recipient recipient, List<Delivery> due, String key, String headline, Instant now) {
    List<String> items = new ArrayList<>();
    due.stream().limit(MOST_LINES).forEach(each -> items.add(line(each, recipient, now)));
    if (due.size() > MOST_LINES) {
      items.add("… and %d more".formatted(due.size() - MOST_LINES));
    }
    return new Notice(
        key,
        NoticeKind.DIGEST,
        null,
        null,
        recipient.id(),
        due.size() == 1 ? due.get(0).subject() : due.size() + " things wait for you",
        LeadBriefing.digest(headline, items));
  }

  private String line(Delivery delivery, Recipient recipient, Instant now) {
    return dueAt(delivery)
        .map(dueAt -> DueText.of(dueAt, now, recipient.zone()).said())
        .map(due -> "%s (by %s)".formatted(delivery.subject(), due))
        .orElseGet(delivery::subject);
  }

  /** A row that can't be read is told by its subject alone. */
  private Optional<Instant> dueAt(Delivery delivery) {
    try {
      return Optional.ofNullable(renderer.read(delivery.briefing()).dueAt());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
