package dev.baton.web.figures;

import dev.baton.input.EnumWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Request parameters of pages with figures; what makes no sense is ignored. */
record FigureParameters(
    @Nullable String range,
    @Nullable String from,
    @Nullable String to,
    @Nullable String by,
    @Nullable String basis) {

  DateRange span(Instant now, ZoneId zone) {
    return DateRange.of(range, from, to, LocalDate.ofInstant(now, zone), zone);
  }

  static <W extends Enum<W>> W word(@Nullable String text, W otherwise) {
    return EnumWords.find(otherwise.getDeclaringClass(), text).orElse(otherwise);
  }
}
