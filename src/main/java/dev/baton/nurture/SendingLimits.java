package dev.baton.nurture;

import dev.baton.engine.Decisions;
import dev.baton.nurture.mail.Mailings;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sending limits: how often and in which hours a lead may be written, by the table {@code
 * nurture-limits}.
 */
@Component
class SendingLimits {
  private final Decisions decisions;
  private final Mailings mailings;

  SendingLimits(Decisions decisions, Mailings mailings) {
    this.decisions = decisions;
    this.mailings = mailings;
  }

  /** From when on this lead may get its next mail; {@code now} when that is now. */
  Instant open(Nurture nurture, ZoneId zone, Instant now) {
    Map<String, Object> row = row(nurture.stage());
    return afterQuietHours(row, zone, underCap(row, nurture.leadId(), now));
  }

  private Instant underCap(Map<String, Object> row, String leadId, Instant now) {
    Duration window = Duration.ofDays(number(row, "withinDays"));
    int most = number(row, "mostMails");
    List<Instant> sent = mailings.sentSince(leadId, now.minus(window));
    // the oldest that has to be out of the window before there is room for one more
    return sent.size() < most ? now : sent.get(sent.size() - most).plus(window);
  }

  private static Instant afterQuietHours(Map<String, Object> row, ZoneId zone, Instant at) {
    int from = number(row, "quietFrom");
    int to = number(row, "quietTo");
    ZonedDateTime local = at.atZone(zone);
    int hour = local.getHour();
    boolean quiet = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    if (!quiet) {
      return at;
    }
    LocalDate day = hour < to ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    return day.atTime(LocalTime.of(to, 0)).atZone(zone).toInstant();
  }

  private Map<String, Object> row(Stage stage) {
    return decisions.row("nurture-limits", Map.of("stage", stage.name())).outputs();
  }

  /** A cap below one mail would only say never; that is what the entry table is for. */
  private static int number(Map<String, Object> row, String name) {
    if (row.get(name) instanceof Number number
        && number.intValue() >= (name.startsWith("quiet") ? 0 : 1)) {
      return number.intValue();
    }
    throw new IllegalStateException(
        "nurture-limits says %s = '%s'; that is no limit".formatted(name, row.get(name)));
  }
}
