package dev.baton.nurture;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.NoticeKind;
import dev.baton.nurture.mail.MailTemplate;
import dev.baton.nurture.mail.MailTemplates;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Mailings;
import dev.baton.nurture.mail.NurtureTrack;
import dev.baton.nurture.mail.RemainingMails;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Scheduler of nurture mails: when the next one is due, which one it is, and its way into the
 * outbox.
 */
@Component
public class MailScheduler {
  private final Nurtures nurtures;
  private final Mailings mailings;
  private final MailTemplates templates;
  private final RemainingMails remaining;
  private final Outbox outbox;
  private final Clock clock;

  MailScheduler(
      Nurtures nurtures,
      Mailings mailings,
      MailTemplates templates,
      RemainingMails remaining,
      Outbox outbox,
      Clock clock) {
    this.nurtures = nurtures;
    this.mailings = mailings;
    this.templates = templates;
    this.remaining = remaining;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Reads the one row that {@code nurture-pace} gave: {@code waitDays}, and {@code daysBeforeWake}
   * where a mail makes no sense before the instant that the rejection named.
   */
  public Instant nextMailAt(String nurtureId, List<? extends Map<String, Object>> rows) {
    Map<String, Object> row = one("nurture-pace", rows);
    if (!(row.get("waitDays") instanceof Number days) || days.intValue() < 1) {
      throw new IllegalStateException(
          "nurture-pace says waitDays = '%s'; at least one day".formatted(row.get("waitDays")));
    }
    Nurture nurture = nurtures.find(nurtureId).orElseThrow();
    Instant due = clock.instant().plus(Duration.ofDays(days.longValue()));
    if (row.get("daysBeforeWake") instanceof Number before && nurture.coolingUntil() != null) {
      Instant wake = nurture.coolingUntil().minus(Duration.ofDays(before.longValue()));
      due = wake.isAfter(due) ? wake : due;
    }
    nurtures.plan(nurtureId, due);
    return due;
  }

  /**
   * What comes next.
   *
   * @param mail the template, or null
   */
  public record Choice(String act, @Nullable String mail) {}

  /** Reads the one row that {@code nurture-mail} gave: {@code act} and {@code track}. */
  public Choice choice(String nurtureId, List<? extends Map<String, Object>> rows) {
    Map<String, Object> row = one("nurture-mail", rows);
    String act = String.valueOf(row.get("act"));
    if (!Set.of("mail", "pause", "later", "finish").contains(act)) {
      throw new IllegalStateException("nurture-mail says act = '%s'".formatted(act));
    }
    if (act.equals("pause")) {
      nurtures.pause(nurtureId, clock.instant());
    }
    if (!act.equals("mail")) {
      return new Choice(act, null);
    }
    String lead = nurtures.find(nurtureId).orElseThrow().leadId();
    return remaining
        .next(lead, NurtureTrack.of(String.valueOf(row.get("track"))))
        .map(template -> new Choice(act, template.id()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nurture-mail chose %s, of which nothing is left".formatted(row.get("track"))));
  }

  private static Map<String, Object> one(String table, List<? extends Map<String, Object>> rows) {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "%s has %d rows for this lead; it needs exactly one".formatted(table, rows.size()));
    }
    return rows.get(0);
  }

  /** Puts the mail into the outbox; whether it goes out is asked there, when its turn comes. */
  public void write(String nurtureId, String templateId) {
    Nurture nurture = nurtures.lock(nurtureId);
    MailTemplate template = templates.find(templateId).orElseThrow();
    String id = Sql.newId();
    Optional<String> hindrance =
        outbox.write(NoticeKind.NURTURE, id, nurture.leadId(), template.content().subject());
    mailings.plan(
        new Mailing(
            id,
            nurtureId,
            nurture.leadId(),
            templateId,
            null,
            template.content().subject(),
            new Mailing.Result(
                hindrance.isPresent() ? "skipped" : "planned", true, hindrance.orElse(null)),
            clock.instant(),
            null));
  }
}
