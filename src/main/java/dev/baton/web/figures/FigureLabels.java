package dev.baton.web.figures;

import dev.baton.change.definition.DefinitionTimes;
import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.funnel.FunnelRate;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.people.Language;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.PageTexts;
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
import org.springframework.util.StringUtils;

/** Labels of dimensions, measures and their keys; the templates call it by its name. */
@Component
class FigureLabels {
  private static final Map<String, String> NAMES =
      new HashMap<>(
          Map.of(
              "HOUR", "Hour of the week",
              "MODELS", "Models in force",
              "quality", "Lead quality",
              "execution", "Follow-up"));

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

  FigureLabels(Labels words, People people, DefinitionTimes times, ZoneId zone) {
    this.words = words;
    this.people = people;
    this.times = times;
    this.zone = zone;
  }

  /** Empty for nobody. */
  public String person(@Nullable String id) {
    return id == null ? "" : people.find(id).map(Person::name).orElse(id);
  }

  public String of(@Nullable String code) {
    return code == null ? "" : name(code, code);
  }

  public String of(Enum<?> code) {
    return name(code.name(), EnumWords.of(code));
  }

  private String name(String code, String word) {
    String name = NAMES.get(code);
    return name == null ? words.plain(word) : Labels.said(name);
  }

  public String inSentence(Enum<?> code) {
    return inSentence(of(code));
  }

  /** A label within a sentence: with small letters where nouns have no capital. */
  public String inSentence(String label) {
    PageTexts texts = PageTexts.ofRequest();
    return texts.language() == Language.EN ? label.toLowerCase(Locale.ROOT) : label;
  }

  /** The range within a sentence, such as {@code last 30 days}. */
  public String preset(DateRange range) {
    return StringUtils.uncapitalize(
        Labels.said(DateRange.PRESETS.getOrDefault(range.preset(), range.preset())));
  }

  /** The key of a row; people by their names, hours of the week as a clock says them. */
  public String key(Enum<?> by, @Nullable String key, DisplayNames names) {
    if (key == null) {
      return PageTexts.ofRequest().say("figures.all");
    }
    if (key.equals("(none)")) {
      return PageTexts.ofRequest().say("figures.not_named");
    }
    return switch (by.name()) {
      case "OWNER", "REP" -> names.mention(key);
      case "HOUR" -> hour(key);
      case "MODELS" -> models(key);
      case "CLOCK" -> words.clock(key);
      case "TYPE" -> words.act(key);
      case "SOURCE", "BAND", "CHANNEL", "SEGMENT" -> words.plain(key);
      default -> key;
    };
  }

  private String models(String hash) {
    PageTexts texts = PageTexts.ofRequest();
    return times
        .of(hash)
        .map(
            since ->
                since.first()
                    ? texts.say("figures.models.first")
                    : texts.say("figures.models.since", ChartLabels.instant(since.at(), zone)))
        .orElseGet(() -> texts.say("figures.models", hash));
  }

  /** From such as {@code 1-09}; hours are counted in the company's zone, whoever reads. */
  private String hour(String key) {
    PageTexts texts = PageTexts.ofRequest();
    return key.matches("[1-7]-\\d\\d")
        ? texts.say(
            "figures.hour",
            day(key.charAt(0) - '0'),
            key.substring(2),
            new ViewerClock(zone, Instant.EPOCH, texts).place())
        : key;
  }

  static String day(int day) {
    return DayOfWeek.of(day)
        .getDisplayName(TextStyle.FULL, PageTexts.ofRequest().language().locale());
  }
}
