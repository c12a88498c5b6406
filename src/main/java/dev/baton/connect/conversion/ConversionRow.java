package dev.baton.connect.conversion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversion as a line of a file, for platforms that take one. */
record ConversionRow(
    String conversion,
    Instant at,
    @Nullable BigDecimal value,
    @Nullable String currency,
    String id,
    @Nullable String emailSha256,
    Clicks clicks) {

  /** Ids of clicks by platform. */
  record Clicks(
      @Nullable String gclid,
      @Nullable String gbraid,
      @Nullable String wbraid,
      @Nullable String liFatId,
      @Nullable String fbclid,
      @Nullable String msclkid) {

    static Clicks of(Map<String, String> ids) {
      return new Clicks(
          ids.get("gclid"),
          ids.get("gbraid"),
          ids.get("wbraid"),
          ids.get("li_fat_id"),
          ids.get("fbclid"),
          ids.get("msclkid"));
    }
  }

  static ConversionRow of(Conversion conversion) {
    String email = conversion.email();
    return new ConversionRow(
        conversion.goal(),
        conversion.at(),
        conversion.value(),
        conversion.currency(),
        conversion.id(),
        email == null ? null : HashedAddress.of(email),
        Clicks.of(conversion.clickIds()));
  }
}
