package dev.baton.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DueText;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    DigestItems.Told told = digestItems.toldSince(recipient.id(), channel, delivery.id(), hour);
    List<Delivery> due = digestItems.due(recipient.id(), channel, delivery.id(), now);
    int more = Math.max(1, due.size());
    boolean beyond = told.sent() + told.inHand() + more > budget.perHour();
    if (beyond && due.isEmpty()) {
      // somebody else looks at this very row to collect it, and is done in a moment
      return Optional.of(new DeliveryOutcome.Wait(now.plusSeconds(1)));
    }
    List<Delivery> together = beyond ? due : ofTheDay(delivery, due);
    if (together.isEmpty()) {
      return Optional.empty();
    }
    Wording wording = renderer.wording(recipient);
    Text headline = beyond ? beyondBudget(told.sent()) : Text.of("digest_daily");
    String key = "%s:%s:%s".formatted(beyond ? "digest" : "daily", recipient.id(), hour);
    NoticeContent.Written content = content(together, wording.say(headline), wording, now);
    Notice digest = Notice.note(key, NoticeKind.DIGEST, recipient.id(), content);
    if (!notices.add(digest, channel, recipient, draft(content, now))) {
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

  private static Text beyondBudget(int told) {
    return told == 0 ? Text.of("digest_at_once") : Text.of("digest_beyond", Map.of("n", told));
  }

  private NoticeDraft draft(NoticeContent.Written content, Instant now) {
    LeadBriefing briefing = content.briefing();
    String text = briefing.headline() + "\n- " + String.join("\n- ", briefing.items());
    return new NoticeDraft(
        content.subject(), text, renderer.write(briefing), null, false, now, now, false, null);
  }

  private NoticeContent.Written content(
      List<Delivery> due, String headline, Wording wording, Instant now) {
    List<String> items = new ArrayList<>();
    due.stream().limit(MOST_LINES).forEach(each -> items.add(line(each, wording, now)));
    if (due.size() > MOST_LINES) {
      items.add(wording.say(Text.of("digest_more", Map.of("n", due.size() - MOST_LINES))));
    }
    return new NoticeContent.Written(
        due.size() == 1
            ? due.get(0).subject()
            : wording.say(Text.of("digest", Map.of("n", due.size()))),
        LeadBriefing.digest(headline, items));
  }

  private String line(Delivery delivery, Wording wording, Instant now) {
    return dueAt(delivery)
        .map(dueAt -> DueText.of(dueAt, now, wording))
        .map(due -> RenderedMessage.withDue(wording, delivery.subject(), due))
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
