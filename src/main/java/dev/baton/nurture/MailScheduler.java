package dev.baton.nurture;

import dev.baton.alert.Outbox;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Scheduler of nurture mails: when the next one is due, which one it is, and its way into the
 * outbox.
 */
@Component
public class MailScheduler {
  /** How long something that a lead did says what it is after. */
  private static final Duration MEMORY = Duration.ofDays(60);

  private final Nurtures nurtures;
  private final Mailings mailings;
  private final MailTemplates templates;
  private final LeadEmailPermission permission;
  private final Signals signals;
  private final Outbox outbox;
  private final Clock clock;

  MailScheduler(
      Nurtures nurtures,
      Mailings mailings,
      MailTemplates templates,
      LeadEmailPermission permission,
      Signals signals,
      Outbox outbox,
      Clock clock) {
    this.nurtures = nurtures;
    this.mailings = mailings;
    this.templates = templates;
    this.permission = permission;
    this.signals = signals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What the tables are asked with. The row stays locked: a handoff that closes meanwhile finds
   * either the question unasked or the process waiting for it.
   */
  public Map<String, Object> recall(String nurtureId) {
    Nurture nurture = nurtures.lock(nurtureId);
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("reason", nurture.reason());
    inputs.put("mailsSent", mailings.ofNurture(nurtureId));
    inputs.put("lastSignal", lastSignal(nurture.leadId()).orElse(null));
    inputs.put("openHandoff", permission.isWorkedBySales(nurture.leadId()));
    inputs.put("mailWaits", mailings.isAnyPlanned(nurtureId));
    for (NurtureTrack track : NurtureTrack.values()) {
      inputs.put(left(track), next(nurture.leadId(), track).isPresent());
    }
    return inputs;
  }

  static String left(NurtureTrack track) {
    return switch (track) {
      case EDUCATION -> "educationLeft";
      case CASE_STUDIES -> "caseStudiesLeft";
      case COMPARISONS -> "comparisonsLeft";
    };
  }

  /**
   * The last thing it did itself: a type, of downloads the asset; what mails caused doesn't say.
   */
  private Optional<String> lastSignal(String leadId) {
    return signals.of(leadId, clock.instant().minus(MEMORY)).stream()
        .filter(signal -> !signal.type().startsWith("email_"))
        .filter(signal -> !signal.type().equals("form_submitted"))
        .reduce((earlier, later) -> later)
        .map(MailScheduler::what);
  }

  private static String what(Signal signal) {
    String asset = signal.property("asset");
    return signal.type().equals("content_downloaded") && asset != null ? asset : signal.type();
  }

  /**
   * Reads the one row that {@code nurture-pace} gave: {@code waitDays}, and {@code daysBeforeWake}
   * where a mail makes no sense before the instant that the no named.
   */
  public Instant nextMailAt(String nurtureId, List<? extends Map<String, Object>> rows) {
    Map<String, Object> row = one("nurture-pace", rows);
    if (!(row.get("waitDays") instanceof Number days) || days.intValue() < 1) {
      throw new IllegalStateException(
          "nurture-pace says waitDays = '%s'; at least one day".formatted(row.get("waitDays")));
    }
    Nurture nurture = nurtures.find(nurtureId).orElseThrow();
    Instant due = clock.instant().plus(Duration.ofDays(days.longValue()));
    if (row.get("daysBeforeWake") instanceof Number before && nurture.wakeAt() != null) {
      Instant wake = nurture.wakeAt().minus(Duration.ofDays(before.longValue()));
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
  public record Choice(String act, String mail) {}

  /** Reads the one row that {@code nurture-mail} gave: {@code act} and {@code track}. */
  public Choice choice(String nurtureId, List<? extends Map<String, Object>> rows) {
    Map<String, Object> row = one("nurture-mail", rows);
    String act = (String) row.get("act");
    if (!Set.of("mail", "pause", "later", "finish").contains(Objects.requireNonNullElse(act, ""))) {
      throw new IllegalStateException("nurture-mail says act = '%s'".formatted(act));
    }
    if (act.equals("pause")) {
      nurtures.pause(nurtureId, clock.instant());
    }
    if (!act.equals("mail")) {
      return new Choice(act, null);
    }
    String lead = nurtures.find(nurtureId).orElseThrow().leadId();
    return next(lead, NurtureTrack.of((String) row.get("track")))
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

  private Optional<MailTemplate> next(String leadId, NurtureTrack track) {
    Set<String> used = mailings.used(leadId);
    return templates.all().stream()
        .filter(template -> template.track() == track && template.active())
        .filter(template -> !used.contains(template.id()))
        .findFirst();
  }

  /** Puts the mail into the outbox; whether it goes out is asked there, when its turn comes. */
  public void write(String nurtureId, String templateId) {
    Nurture nurture = nurtures.lock(nurtureId);
    MailTemplate template = templates.find(templateId).orElseThrow();
    String id = UUID.randomUUID().toString();
    Optional<String> hindrance = outbox.write(id, nurture.leadId(), template.subject());
    mailings.plan(
        new Mailing(
            id,
            nurtureId,
            nurture.leadId(),
            templateId,
            null,
            template.subject(),
            hindrance.isPresent() ? "skipped" : "planned",
            true,
            hindrance.orElse(null),
            clock.instant(),
            null,
            null,
            null));
  }
}
