package dev.baton.nurture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Time zones of leads by country; the default zone where the country is not known. */
@Component
class CountryZones {
  private final Map<String, ZoneId> zones;
  private final ZoneId defaultZone;

  CountryZones(ZoneId defaultZone) {
    this.defaultZone = defaultZone;
    this.zones = read();
  }

  private static Map<String, ZoneId> read() {
    try {
      return new ClassPathResource("country-zones.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(pair -> pair[0], pair -> ZoneId.of(pair[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ZoneId of(@Nullable String country) {
    return country == null
        ? defaultZone
        : zones.getOrDefault(country.strip().toUpperCase(Locale.ROOT), defaultZone);
  }
}
