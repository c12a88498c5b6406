package dev.baton.web;

import dev.baton.alert.message.DueText;
import dev.baton.alert.text.Wording;
import dev.baton.insight.rollup.Fractions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Number formats of pages; the templates call it by its name. */
@Component
class NumberFormats {
  private static final String NONE = "–";
  private static final int SECONDS = 3600;
  private static final Duration NEAR = Duration.ofHours(48);

  /** A fraction with at most one decimal. */
  public String percent(@Nullable Double fraction) {
    return fraction == null ? NONE : decimal(fraction * 100, 1) + " %";
  }

  public String share(long part, long whole) {
    return percent(Fractions.of(part, whole));
  }

  public String hours(@Nullable Double hours) {
    if (hours == null) {
      return NONE;
    }
    Duration length = Duration.ofSeconds(Math.round(hours * SECONDS));
    PageTexts texts = PageTexts.ofRequest();
    if (length.toMinutes() < 1) {
      return texts.translated("under 1 min");
    }
    Wording wording = Wording.shipped(texts.language(), ZoneOffset.UTC);
    return length.compareTo(NEAR) < 0 ? DueText.length(length, wording) : days(length, wording);
  }

  /** A length that stands alone; messages say in how many days something is due. */
  private static String days(Duration length, Wording wording) {
    String days = PageTexts.ofRequest().say("length.days", length.toDays());
    Duration rest = Duration.ofHours(length.toHoursPart());
    return rest.isZero() ? days : days + " " + DueText.length(rest, wording);
  }

  public String money(@Nullable BigDecimal value) {
    return value == null ? NONE : format().format(value.setScale(0, RoundingMode.HALF_UP));
  }

  /** With one decimal. */
  public String average(@Nullable Double value) {
    if (value == null) {
      return NONE;
    }
    NumberFormat format = NumberFormat.getInstance(PageTexts.ofRequest().language().locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  /** With the decimals that it has. */
  public String decimal(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(PageTexts.ofRequest().language().locale());
    format.setGroupingUsed(false);
    format.setMinimumFractionDigits(Math.max(value.scale(), 0));
    format.setMaximumFractionDigits(Math.max(value.scale(), 0));
    return format.format(value);
  }

  public String count(long n) {
    return format().format(n);
  }

  /** How many times as often. */
  public String times(@Nullable Double lift) {
    return lift == null ? NONE : decimal(lift, 1) + "×";
  }

  private static String decimal(double value, int digits) {
    NumberFormat format = NumberFormat.getInstance(PageTexts.ofRequest().language().locale());
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(BigDecimal.valueOf(value));
  }

  private static NumberFormat format() {
    return NumberFormat.getIntegerInstance(PageTexts.ofRequest().language().locale());
  }
}
