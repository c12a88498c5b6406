package dev.baton.web.figures;

import dev.baton.change.definition.DefinitionTimes;
import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.funnel.FunnelRate;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Labels of dimensions, measures and their keys; the templates call it by its name. */
@Component
class FigureLabels {
  private static final Map<String, String> NAMES =
      new HashMap<>(
          Map.of(
              "HOUR", "Hour of the week",
              "MODELS", "Models in force",
              "quality", "Lead quality",
              "execution", "Follow-up",
              "afterHours", "After hours"));

  static {
    for (FunnelMeasure measure : FunnelMeasure.values()) {
      NAMES.put(measure.name(), measure.label());
    }
    for (FunnelRate rate : FunnelRate.values()) {
      NAMES.put(rate.word(), rate.label());
    }
    for (SlaMeasure verdict : SlaMeasure.values()) {
      NAMES.put(verdict.word(), verdict.label().toLowerCase(Locale.ROOT));
    }
  }

  private final Labels words;
  private final People people;
  private final DefinitionTimes times;
  private final ZoneId zone;
  private final String hours;

  FigureLabels(Labels words, People people, DefinitionTimes times, ZoneId zone) {
    this.words = words;
    this.people = people;
    this.times = times;
    this.zone = zone;
    this.hours = new ViewerClock(zone, Instant.EPOCH).place();
  }

  /** Empty for nobody. */
  public String person(@Nullable String id) {
    return id == null ? "" : people.find(id).map(Person::name).orElse(id);
  }

  public String of(@Nullable String code) {
    return code == null ? "" : NAMES.getOrDefault(code, words.plain(code));
  }

  public String of(Enum<?> code) {
    return NAMES.getOrDefault(code.name(), words.plain(EnumWords.of(code)));
  }

  /** The key of a row; people by their names, hours of the week as a clock says them. */
  public String key(Enum<?> by, @Nullable String key, DisplayNames names) {
    if (key == null) {
      return "All";
    }
    if (key.equals("(none)")) {
      return "Not named";
    }
    return switch (by.name()) {
      case "OWNER", "REP" -> names.mention(key);
      case "HOUR" -> hour(key);
      case "MODELS" -> times.words(key, zone).orElse("Models " + key);
      case "CLOCK" -> words.clock(key);
      case "TYPE" -> words.act(key);
      case "SOURCE", "BAND", "CHANNEL", "SEGMENT" -> words.plain(key);
      default -> key;
    };
  }

  /** From such as {@code 1-09}; hours are counted in the company's zone, whoever reads. */
  private String hour(String key) {
    return key.matches("[1-7]-\\d\\d")
        ? "%s %s:00, %s".formatted(day(key.charAt(0) - '0'), key.substring(2), hours)
        : key;
  }

  static String day(int day) {
    return DayOfWeek.of(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
