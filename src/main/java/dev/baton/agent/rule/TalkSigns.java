package dev.baton.agent.rule;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs that somebody wants to talk now, by the table {@code talk-signs}. What no person meant
 * counts for nothing (rule R16), and neither does what only happens to a mail or a company.
 */
@Component
public class TalkSigns {
  public static final Duration FRESH = Duration.ofDays(3);

  /** Not done by the person. */
  public static final Set<String> NO_ACTS =
      Set.of(
          "email_opened",
          "email_bounced",
          "unsubscribed",
          "funding_event",
          "hiring_event",
          "rep_engaged",
          "meeting_held");

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Set<String> VIEWS = Set.of("page_view", "product_page_view");

  private final Decisions decisions;

  TalkSigns(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * A sign.
   *
   * @param reason the sentence that whoever decides reads
   */
  public record Found(Signal signal, String reason) {}

  /** The latest sign among what one lead did until now. */
  public Optional<Found> in(List<Signal> known, Instant now) {
    Map<String, String> flagged = SignalScreening.flags(known);
    List<Signal> acts =
        known.stream()
            .filter(each -> !flagged.containsKey(each.id()) && !NO_ACTS.contains(each.type()))
            .sorted(Comparator.comparing(Signal::occurredAt).reversed())
            .toList();
    List<Signal> fresh = acts.stream().filter(act -> isAfter(act, now.minus(FRESH))).toList();
    Map<String, Object> common = new HashMap<>();
    common.put("pricingViews", pricingViews(acts, now.minus(WEEK)));
    common.put("silentDays", silentDays(acts, fresh));
    common.put("kinds", kinds(fresh));
    return different(fresh).stream().flatMap(act -> sign(act, common).stream()).findFirst();
  }

  private Optional<Found> sign(Signal act, Map<String, Object> common) {
    Map<String, Object> inputs = new HashMap<>(common);
    inputs.put("signal", act.type());
    inputs.put("page", page(act));
    DecisionRow row = decisions.row("talk-signs", inputs);
    return row.yes("ready") ? Optional.of(new Found(act, row.text("reason"))) : Optional.empty();
  }

  /** The latest of each kind and page: the same again says the same. */
  private static Collection<Signal> different(List<Signal> fresh) {
    Map<String, Signal> latest = new LinkedHashMap<>();
    fresh.forEach(act -> latest.putIfAbsent(act.type() + " " + page(act), act));
    return latest.values();
  }

  private static String page(Signal act) {
    return Stream.of("page", "url", "title")
        .map(act::property)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private static long pricingViews(List<Signal> acts, Instant since) {
    return acts.stream()
        .filter(act -> act.type().equals("pricing_page_view") && isAfter(act, since))
        .count();
  }

  private static @Nullable Long silentDays(List<Signal> acts, List<Signal> fresh) {
    if (fresh.isEmpty() || acts.size() == fresh.size()) {
      return null;
    }
    Instant back = fresh.get(fresh.size() - 1).occurredAt();
    return Duration.between(acts.get(fresh.size()).occurredAt(), back).toDays();
  }

  private static long kinds(List<Signal> fresh) {
    return fresh.stream()
        .map(Signal::type)
        .filter(type -> !VIEWS.contains(type))
        .distinct()
        .count();
  }

  private static boolean isAfter(Signal act, Instant since) {
    return act.occurredAt().isAfter(since);
  }
}
